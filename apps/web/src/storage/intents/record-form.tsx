import type { RecordSpec } from '@lianxin/domain';
import { type ReactNode, useState } from 'react';
import { t } from '../../locale/messages.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import type { FormValues } from '../../ui/described-field.ts';
import { DescribedFields } from '../../ui/described-fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useShowProblem } from '../../ui/use-show-problem.ts';
import { formFields, readForm } from '../reading/form-fields.ts';
import { DraftNote } from './draft-note.tsx';
import { useFormDraft } from './use-form-draft.ts';

/** Some fields of one record, drawn from its declaration. */
export interface FormPart {
  readonly key: string;
  readonly title?: string;
  readonly spec: RecordSpec;
  readonly names: readonly string[];
  readonly hints?: Readonly<Record<string, string>>;
  /** Left out as a whole when nothing is filled in. */
  readonly optional?: boolean;
  /** The key of the optional part without which this one means nothing. */
  readonly follows?: string;
}

/** The filled-in parts by key; an optional part that was left empty is missing. */
export type FormParts = Readonly<Record<string, FormValues>>;

/** A field below the others that keeps by itself what was typed into it. */
export interface OwnField {
  readonly field: ReactNode;
  readonly isRestored: boolean;
  readonly clear: () => void;
}

export interface RecordFormProps {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly backHref: string;
  /** Names the form for its draft; the same record and purpose give the same name. */
  readonly draft: string;
  readonly parts: readonly FormPart[];
  readonly initial: Readonly<Record<string, FormValues>>;
  readonly note?: string;
  /** Stands above the fields. */
  readonly before?: ReactNode;
  readonly ownField?: OwnField;
  /** Saves what was filled in; false keeps the form as it is. */
  readonly onSave: (parts: FormParts) => Promise<boolean>;
}

const keyOf = (part: FormPart, name: string): string => `${part.key}.${name}`;

const flatten = (parts: readonly FormPart[], initial: RecordFormProps['initial']): FormValues =>
  Object.fromEntries(
    parts.flatMap((part) => part.names.map((name) => [keyOf(part, name), initial[part.key]?.[name] ?? null])),
  );

const isEmpty = (part: FormPart, values: FormValues): boolean =>
  part.names.every((name) => {
    const value = values[keyOf(part, name)];
    return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  });

const isFollowing = (other: FormPart, part: FormPart, values: FormValues): boolean =>
  other.follows === part.key && !isEmpty(other, values);

/** Reads every part by its declaration; errors come under the names that the fields have in the form. */
const readParts = (parts: readonly FormPart[], values: FormValues) => {
  const filled: Record<string, FormValues> = {};
  const errors: Record<string, string> = {};
  for (const part of parts) {
    if (part.optional && isEmpty(part, values) && parts.every((other) => !isFollowing(other, part, values))) continue;
    if (part.follows !== undefined && filled[part.follows] === undefined) continue;
    const own = Object.fromEntries(part.names.map((name) => [name, values[keyOf(part, name)] ?? null]));
    const read = readForm(part.spec, part.names, own);
    filled[part.key] = read.values;
    for (const [name, problem] of Object.entries(read.errors)) errors[keyOf(part, name)] = problem;
  }
  return { filled, errors };
};

const describe = (part: FormPart) =>
  formFields(part.spec, part.names, part.hints).map((field) => ({ ...field, name: keyOf(part, field.name) }));

/** A page with a form drawn from record declarations. What is typed stays when the page is left without saving. */
export const RecordForm = (props: RecordFormProps) => {
  const { parts, ownField } = props;
  const draft = useFormDraft(props.draft, flatten(parts, props.initial));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  useShowProblem(tries);
  const startOver = (): void => {
    draft.clear();
    ownField?.clear();
  };
  const save = async (): Promise<void> => {
    const read = readParts(parts, draft.value);
    setErrors(read.errors);
    setTries(tries + 1);
    if (isBusy || Object.keys(read.errors).length > 0) return;
    setBusy(true);
    if (await props.onSave(read.filled)) startOver();
    setBusy(false);
  };
  const fieldsOf = (part: FormPart): ReactNode => (
    <DescribedFields
      fields={describe(part)}
      values={draft.value}
      errors={errors}
      onChange={(name, value) => draft.change({ [name]: value })}
    />
  );
  return (
    <Page
      title={props.title}
      sub={props.sub}
      aside={
        <ButtonLink variant="quiet" href={props.backHref}>
          {t.ui.cancel}
        </ButtonLink>
      }
      bar={
        <ActionBar note={props.note}>
          <Button variant="main" busy={isBusy} onClick={() => void save()}>
            {t.ui.save}
          </Button>
        </ActionBar>
      }
    >
      <DraftNote isRestored={draft.isRestored || ownField?.isRestored === true} onStartOver={startOver} />
      {props.before}
      <Form label={props.title} onSubmit={() => void save()}>
        {parts.map((part) =>
          part.title === undefined ? (
            <div key={part.key}>{fieldsOf(part)}</div>
          ) : (
            <Section key={part.key} title={part.title}>
              {fieldsOf(part)}
            </Section>
          ),
        )}
        {ownField?.field}
      </Form>
    </Page>
  );
};
