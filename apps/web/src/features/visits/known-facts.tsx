import { ageOn, type CivilDate, civilDateAt, dwellingUse, tagKind } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import type { DwellingRecord } from '../../storage/reading/door-state.ts';
import { type Member, membersOf, tagKindsOf } from '../../storage/reading/household.ts';
import { isErased, nameWords } from '../../storage/reading/person-name.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { Sub } from '../../ui/sub.tsx';
import type { VisitDraft } from './visit-draft.ts';

export interface KnownFactsProps {
  readonly dwelling: DwellingRecord;
  readonly draft: VisitDraft;
  readonly onChange: (part: Partial<VisitDraft>) => void;
}

const options = [
  { value: 'same', label: t.visit.unchanged },
  { value: 'changed', label: t.visit.changed },
] as const;

const whoWords = ({ person }: Member, today: CivilDate): string => {
  const age = person.birthOn === null || isErased(person) ? null : ageOn(person.birthOn, today);
  return [nameWords(person), age === null ? null : t.register.household.age(age)].filter(Boolean).join(' ');
};

/** Who lives there, what the work is about, how to call them and how the flat is held. */
const knownWords = (view: RowView, dwelling: DwellingRecord, householdId: string | null): readonly string[] => {
  const today = civilDateAt(systemClock.now());
  const members = householdId === null ? [] : membersOf(view, householdId).current;
  const household = householdId === null ? undefined : readRecord(view, 'household', householdId);
  const phones = [household?.phone ?? [], ...members.map(({ person }) => person.phone ?? [])].flat();
  return [
    ...members.map((member) => whoWords(member, today)),
    ...tagKindsOf(members).map((kind) => codeLabel(tagKind, kind)),
    ...members.flatMap(({ person }) => person.note ?? []),
    ...(phones.length === 0 ? [] : [t.visit.knownPhone(t.ui.join.list([...new Set(phones)]))]),
    ...(dwelling.use === null ? [] : [codeLabel(dwellingUse, dwelling.use)]),
  ];
};

/** What is known is shown to be confirmed, never asked again; neither answer is given before somebody gives it. */
export const KnownFacts = ({ dwelling, draft, onChange }: KnownFactsProps) => {
  const { view } = useRegister();
  const words = knownWords(view, dwelling, draft.householdId);
  const value = draft.unchanged === null ? null : draft.unchanged ? 'same' : 'changed';
  return (
    <>
      <ChipGroup
        mode="single"
        label={words.length === 0 ? t.visit.nothingKnown : t.visit.known(t.ui.join.list(words))}
        options={options}
        value={value}
        onChange={(next) => onChange({ unchanged: next === null ? null : next === 'same' })}
      />
      {draft.unchanged === false && <Sub padded>{t.visit.changedHint}</Sub>}
    </>
  );
};
