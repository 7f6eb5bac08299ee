import { dwellingUse } from '@lianxin/domain';
import { codeLabel, codeOptions } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { editRecord } from '../../storage/intents/edit-record.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import type { DwellingRecord } from '../../storage/reading/door-state.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';

export interface DwellingUseProps {
  readonly dwelling: DwellingRecord;
}

type Use = NonNullable<DwellingRecord['use']>;

/** The states that a round meets; a rarer one is shown when it is the door's own, and chosen where the door is edited. */
const frequent: readonly Use[] = ['ownerOccupied', 'rented', 'vacant'];

/** How a flat is held, said with one tap and taken back with another. */
export const DwellingUse = ({ dwelling }: DwellingUseProps) => {
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const { use, id, rev } = dwelling;
  const save = (to: Use | null, undoTo: Use | null | undefined): void => {
    const intent = editRecord({ table: 'dwelling', id, rev }, { use: to }, view);
    if (intent === null) return;
    const text = t.register.use.saved(to === null ? t.ui.none : codeLabel(dwellingUse, to));
    const undo = { label: t.visit.undo, onPress: () => save(undoTo ?? null, undefined) };
    void saveAndSay([intent], undoTo === undefined ? { text } : { text, action: undo });
  };
  const shown = dwellingUse.entries.filter(({ code }) => frequent.includes(code) || code === use);
  return (
    <ChipGroup
      mode="single"
      label={t.register.use.label}
      options={codeOptions(shown)}
      value={use}
      onChange={(to) => save(to, use)}
    />
  );
};
