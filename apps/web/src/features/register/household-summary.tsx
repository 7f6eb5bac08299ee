import { t } from '../../locale/messages.ts';
import { type HouseholdRecord, membersOf } from '../../storage/reading/household.ts';
import { bornWords, nameWords } from '../../storage/reading/person-name.ts';
import { householdWords } from '../../storage/reading/regroupings.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Entry } from '../../ui/entry.tsx';

export interface HouseholdSummaryProps {
  readonly household: HouseholdRecord;
  readonly aside?: string;
}

/** A household with its address, and everybody in it with the year of birth. */
export const HouseholdSummary = ({ household, aside }: HouseholdSummaryProps) => {
  const { view } = useRegister();
  const members = membersOf(view, household.id).current;
  const who = members.map(({ person }) => [nameWords(person), bornWords(person)].filter(Boolean).join(' · '));
  return (
    <Entry
      title={householdWords(view, household)}
      sub={who.length === 0 ? t.register.nobodyRegistered : t.ui.join.list(who)}
      aside={aside}
    />
  );
};
