import { t } from '../../locale/messages.ts';
import { editRecord } from '../../storage/intents/edit-record.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';

/** A record that may wait to be checked. */
export interface CheckedRecord {
  readonly table: 'dwelling' | 'household' | 'person';
  readonly record: { readonly id: string; readonly rev: number; readonly verification: 'checked' | 'toCheck' };
}

export interface UncheckedNoteProps {
  readonly records: readonly CheckedRecord[];
}

/** Says that something was made at the door and not checked yet, with the way to say that it is right. */
export const UncheckedNote = ({ records }: UncheckedNoteProps) => {
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const unchecked = records.filter(({ record }) => record.verification === 'toCheck');
  if (unchecked.length === 0) return null;
  const check = (): void => {
    const intents = unchecked.flatMap(
      ({ table, record: { id, rev } }) => editRecord({ table, id, rev }, { verification: 'checked' }, view) ?? [],
    );
    void saveAndSay(intents, { text: t.register.household.checked });
  };
  return (
    <Note tone="soon" title={t.register.household.unchecked}>
      {t.register.household.uncheckedNote}
      <ActionBar>
        <Button variant="slim" onClick={check}>
          {t.register.household.check}
        </Button>
      </ActionBar>
    </Note>
  );
};
