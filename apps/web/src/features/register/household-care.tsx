import { t } from '../../locale/messages.ts';
import { careOf } from '../../storage/reading/household-care.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Sub } from '../../ui/sub.tsx';
import { Tone } from '../../ui/tone.tsx';
import type { OpenDoor } from './use-open-door.ts';
import { useToday } from './use-today.ts';

export interface HouseholdCareProps {
  readonly open: OpenDoor;
}

/** How often this household is visited, and how long ago that was. */
export const HouseholdCare = ({ open }: HouseholdCareProps) => {
  const { view } = useRegister();
  const today = useToday();
  const { door, household } = open;
  if (household === null || household.toOn !== null) return null;
  const care = careOf(view, household.id, today);
  if (care === null) return null;
  const ago = door.days === null ? t.register.neverVisited : t.register.lastVisit(t.dates.daysAgo(door.days));
  const isLate = door.standing === 'overdue' && door.households.length === 1;
  return (
    <Sub padded>
      {t.register.everyDays(care.cadence.everyDays)} · {ago}
      {isLate && (
        <>
          {' '}
          <Tone tone="late">{t.register.status.overdue}</Tone>
        </>
      )}
    </Sub>
  );
};
