import { tag, tagKind } from '@lianxin/domain';
import { useState } from 'react';
import { codeLabel, codeOptions } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { addTag } from '../../storage/intents/register-intents.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { formFields, readForm } from '../../storage/reading/form-fields.ts';
import type { Member } from '../../storage/reading/household.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import type { FormValues } from '../../ui/described-field.ts';
import { DescribedFields } from '../../ui/described-fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tone } from '../../ui/tone.tsx';
import { personName } from './person-words.ts';

export interface AddTagSheetProps {
  readonly member: Member;
  readonly open: boolean;
  readonly onClose: () => void;
}

const details = ['fromOn', 'source'];

const AddTagForm = ({ member, onClose }: Omit<AddTagSheetProps, 'open'>) => {
  const saveAndSay = useSaveAndSay();
  const [kind, setKind] = useState<string | null>(null);
  const [values, setValues] = useState<FormValues>({});
  const [wasAsked, setAsked] = useState(false);
  const read = readForm(tag, details, values);
  const known = member.tags.map((one) => one.kind);
  const options = tagKind.entries.filter(({ code }) => !known.includes(code));
  const save = async (): Promise<void> => {
    setAsked(true);
    if (kind === null || Object.keys(read.errors).length > 0) return;
    const { fromOn, source } = read.values;
    const intent = addTag(
      {
        personId: member.person.id,
        kind,
        fromOn: typeof fromOn === 'string' ? fromOn : null,
        source: typeof source === 'string' ? source : null,
      },
      newId,
    );
    if (await saveAndSay([intent], { text: t.register.member.tagAdded(codeLabel(tagKind, kind)) })) onClose();
  };
  return (
    <Form
      onSubmit={() => void save()}
      bar={
        <ActionBar>
          <Button variant="main" type="submit">
            {t.ui.save}
          </Button>
        </ActionBar>
      }
    >
      <ChipGroup
        mode="single"
        label={t.register.member.tagKind}
        options={codeOptions(options)}
        value={kind}
        onChange={setKind}
      />
      {wasAsked && kind === null && (
        <Sub padded>
          <Tone tone="late">{t.register.member.tagKindMissing}</Tone>
        </Sub>
      )}
      <DescribedFields
        fields={formFields(tag, details)}
        values={values}
        errors={read.errors}
        onChange={(name, value) => setValues({ ...values, [name]: value })}
      />
    </Form>
  );
};

/** Adds a person to a group that the work is about. */
export const AddTagSheet = ({ member, open, onClose }: AddTagSheetProps) => (
  <Sheet open={open} onClose={onClose} title={t.register.member.tagTitle} sub={personName(member)}>
    <AddTagForm member={member} onClose={onClose} />
  </Sheet>
);
