import { dwellingUse } from '@lianxin/domain';
import { tChanges } from '../../locale/change-messages.ts';
import { codeOptions } from '../../locale/labels.ts';
import { newId } from '../../platform/ids.ts';
import { membersOf } from '../../storage/reading/household.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ChipButton } from '../../ui/chip-button.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { Note } from '../../ui/note.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type ChangeKey, changedTo, isSaidHere, withChange } from './draft-changes.ts';
import { MemberChanges } from './member-changes.tsx';
import type { VisitSectionProps } from './sections/visit-section.ts';

const words = tChanges.atVisit;

/** What is known, to be tapped where it is different now; each tap asks for the one new value and nothing else. */
export const ChangedFacts = ({ dwelling, draft, onChange }: VisitSectionProps) => {
  const { view } = useRegister();
  const { changes, householdId } = draft;
  const household = householdId === null ? undefined : readRecord(view, 'household', householdId);
  const members = householdId === null ? [] : membersOf(view, householdId).current;
  const change = (key: ChangeKey, to: string | null | undefined): void =>
    onChange({ changes: withChange(changes, key, to, view.row(key.table, key.id)) });
  const textOf = (key: ChangeKey): string | undefined => {
    const to = changedTo(changes, key);
    return to === undefined ? undefined : String(to ?? '');
  };
  const use: ChangeKey = { table: 'dwelling', id: dwelling.id, field: 'use', householdId: null };
  const phone: ChangeKey = { table: 'household', id: household?.id ?? '', field: 'phone', householdId };
  const nameOf = (id: string): ChangeKey => ({ table: 'person', id, field: 'name', householdId });
  const isHere = isSaidHere(householdId);
  const newcomers = changes.filter(
    (said) => isHere(said) && said.table === 'person' && said.field === 'name' && !view.row(said.table, said.id),
  );
  return (
    <Section title={words.title}>
      {!changes.every(isHere) && (
        <Note tone="late" live>
          {words.otherRoom}
        </Note>
      )}
      {members.map((member) => (
        <MemberChanges key={member.membership.id} member={member} changes={changes} onChange={change} />
      ))}
      {newcomers.map(({ id }) => (
        <TextField
          key={id}
          label={words.newName}
          value={textOf(nameOf(id)) ?? ''}
          maxLength={60}
          onChange={(name) => change(nameOf(id), name)}
        />
      ))}
      {household !== undefined && textOf(phone) !== undefined && (
        <TextField
          label={words.householdPhone}
          value={textOf(phone) ?? ''}
          maxLength={40}
          onChange={(to) => change(phone, to)}
        />
      )}
      {household !== undefined && (
        <ChipGroup mode="multi" label={words.household} options={[]} value={[]} onChange={() => undefined}>
          <ChipButton onClick={() => change(nameOf(newId()), '')}>{words.newcomer}</ChipButton>
          <ChipButton
            pressed={textOf(phone) !== undefined}
            onClick={() => change(phone, textOf(phone) === undefined ? (household.phone ?? '') : undefined)}
          >
            {words.householdPhone}
          </ChipButton>
        </ChipGroup>
      )}
      <ChipGroup
        mode="single"
        label={words.use}
        options={codeOptions(dwellingUse.entries)}
        value={dwellingUse.entries.find(({ code }) => code === (textOf(use) ?? dwelling.use))?.code ?? null}
        onChange={(to) => change(use, to === dwelling.use ? undefined : to)}
      />
    </Section>
  );
};
