import { tChanges } from '../../locale/change-messages.ts';
import type { Member } from '../../storage/reading/household.ts';
import { bornWords, isErased, nameWords } from '../../storage/reading/person-name.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type ChangeKey, changedTo } from './draft-changes.ts';
import type { DraftChange } from './visit-draft.ts';

export interface MemberChangesProps {
  readonly member: Member;
  readonly changes: readonly DraftChange[];
  readonly onChange: (key: ChangeKey, to: string | undefined) => void;
}

const words = tChanges.atVisit;

const facts = [
  { value: 'phone', label: words.phone, max: 40 },
  { value: 'note', label: words.note, max: 2_000 },
] as const;

const ends = [
  { value: 'movedOut', label: words.movedOut },
  { value: 'died', label: words.died },
] as const;

type Chip = (typeof facts)[number]['value'] | (typeof ends)[number]['value'];

/** What may be different about one member: a new phone, a new note, or that they are not there any more. */
export const MemberChanges = ({ member, changes, onChange }: MemberChangesProps) => {
  const { person, membership } = member;
  if (isErased(person)) return null;
  const { householdId } = membership;
  const keyOf = (field: 'phone' | 'note'): ChangeKey => ({ table: 'person', id: person.id, field, householdId });
  const left: ChangeKey = { table: 'membership', id: membership.id, field: 'endReason', householdId };
  const leftWhy = changedTo(changes, left);
  const shown = facts.filter(({ value }) => changedTo(changes, keyOf(value)) !== undefined);
  const chosen: readonly Chip[] = [
    ...shown.map(({ value }) => value),
    ...ends.flatMap(({ value }) => (value === leftWhy ? [value] : [])),
  ];
  const toggle = (next: readonly Chip[]): void => {
    const touched = [...next, ...chosen].find((chip) => next.includes(chip) !== chosen.includes(chip));
    if (touched === undefined) return;
    const isOn = next.includes(touched);
    if (touched === 'phone' || touched === 'note') onChange(keyOf(touched), isOn ? (person[touched] ?? '') : undefined);
    else onChange(left, isOn ? touched : undefined);
  };
  return (
    <>
      <ChipGroup
        mode="multi"
        label={[nameWords(person), bornWords(person)].filter(Boolean).join(' · ')}
        options={[...facts, ...ends].map(({ value, label }) => ({ value, label }))}
        value={chosen}
        onChange={toggle}
      />
      {shown.map(({ value, label, max }) => (
        <TextField
          key={value}
          label={words.ofMember(nameWords(person), label)}
          value={String(changedTo(changes, keyOf(value)) ?? '')}
          maxLength={max}
          onChange={(to) => onChange(keyOf(value), to)}
        />
      ))}
    </>
  );
};
