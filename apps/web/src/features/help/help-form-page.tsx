import { civilDateAt, type FieldMap } from '@lianxin/domain';
import type { Intent } from '@lianxin/sync/client';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { tHelp } from '../../locale/help-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { DraftNote } from '../../storage/intents/draft-note.tsx';
import { notSavedText } from '../../storage/intents/not-saved.ts';
import { useFormDraft } from '../../storage/intents/use-form-draft.ts';
import { useSave, useWorkspace } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.ts';
import { type HelpDraft, type HelpProblems, readHelpDraft } from './help-draft.ts';
import { HelpFields } from './help-fields.tsx';

export type HelpFormPageProps = {
  readonly title: string;
  readonly sub?: string;
  readonly back: { readonly href: string; readonly label: string };
  /** Tells this form's draft from those of other forms. */
  readonly formKey: string;
  readonly initial: HelpDraft;
  readonly note?: string;
  readonly savedText: string;
  /** Makes the intent out of a checked record. */
  readonly toIntent: (help: { readonly id: string; readonly fields: FieldMap }) => Intent;
  /** Runs after the record is durably saved. */
  readonly onSaved?: () => Promise<void>;
};

/** Writes help down: by itself, in place of a wrong record, or at the end of a claimed wish. */
export const HelpFormPage = (props: HelpFormPageProps) => {
  const { draft, change, problems, submit, isBusy, failure, isRestored, clear } = useHelpForm(props);
  return (
    <Page title={props.title} sub={props.sub} back={props.back}>
      <DraftNote isRestored={isRestored} onStartOver={clear} />
      {props.note && <Note>{props.note}</Note>}
      <Form
        label={props.title}
        onSubmit={() => void submit()}
        bar={
          <ActionBar note={tHelp.record.note}>
            <Button variant="main" type="submit" busy={isBusy}>
              {tHelp.record.save}
            </Button>
          </ActionBar>
        }
      >
        <HelpFields draft={draft} problems={problems} onChange={change} />
        {failure && (
          <Note tone="late" live>
            {failure}
          </Note>
        )}
      </Form>
    </Page>
  );
};

const useHelpForm = ({ formKey, initial, toIntent, savedText, onSaved }: HelpFormPageProps) => {
  const { account } = useWorkspace().session;
  const { value: draft, change, isRestored, clear } = useFormDraft<HelpDraft>(`help ${formKey}`, initial);
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const save = useSave();
  const [, navigate] = useLocation();
  const read = readHelpDraft(draft, { recorder: account, today: civilDateAt(systemClock.now()) });
  const problems: HelpProblems = isTried && !read.ok ? read.error : {};
  const submit = async () => {
    setIsTried(true);
    if (isBusy) return;
    if (!read.ok) {
      showFirstProblem();
      return;
    }
    setIsBusy(true);
    setFailure(null);
    const result = await save(toIntent({ id: newId(), fields: read.value }));
    setIsBusy(false);
    if (result.type !== 'saved') {
      setFailure(notSavedText(result));
      return;
    }
    await onSaved?.();
    clear();
    showToast({ text: savedText });
    navigate('/help/records', { replace: true });
  };
  return { draft, change, problems, submit, isBusy, failure, isRestored, clear };
};

/** The button stands below a long form: what is wrong may be out of sight. */
const showFirstProblem = (): void => {
  requestAnimationFrame(() => document.querySelector('main [role="alert"]')?.scrollIntoView({ block: 'center' }));
};
