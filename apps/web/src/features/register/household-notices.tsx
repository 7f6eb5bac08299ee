import { civilDateAt } from '@lianxin/domain';
import { t } from '../../locale/messages.ts';
import { heldAbout } from '../../storage/reading/held-work.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { touchedRecords } from '../../storage/reading/record-tick.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Note } from '../../ui/note.tsx';
import type { OpenDoor } from './use-open-door.ts';
import { useToday } from './use-today.ts';

export interface HouseholdNoticesProps {
  readonly open: OpenDoor;
}

const idsOf = ({ door, household, members, needs }: OpenDoor): readonly (string | undefined)[] => [
  door.dwelling.id,
  household?.id,
  ...members.current.flatMap(({ person, membership }) => [person.id, membership.id]),
  ...needs.map(({ id }) => id),
];

/** Whether a mutation that was not accepted is about this door: it names one of its records, or lies at it. */
const isAbout = (open: OpenDoor, args: unknown): boolean => {
  const ids = idsOf(open);
  return touchedRecords(args).some((id) => ids.includes(id)) || JSON.stringify(args).includes(open.door.dwelling.id);
};

/** What should not be missed at a door: work that was not accepted, a household that is said to have gone. */
export const HouseholdNotices = ({ open }: HouseholdNoticesProps) => {
  const { view, state } = useRegister();
  const today = useToday();
  const { door, household } = open;
  const { lastVisit } = door;
  const saysGone = lastVisit?.outcome === 'movedOut' && household !== null && lastVisit.householdId === household.id;
  const words = t.register.household;
  return (
    <>
      <HeldNote count={heldAbout(view, idsOf(open)).length} />
      {household?.toOn && <Note tone="soon">{words.endedOn(t.dates.day(household.toOn, today))}</Note>}
      {state.attention.some((entry) => isAbout(open, entry.args)) && (
        <Note tone="late">
          {words.refusedHere}
          <ActionBar>
            <ButtonLink variant="slim" href={pagePaths.sync}>
              {words.refusedOpen}
            </ButtonLink>
          </ActionBar>
        </Note>
      )}
      {saysGone && household.toOn === null && (
        <Note tone="soon">
          {words.toldMovedOut(t.dates.day(civilDateAt(lastVisit.visitedAt ?? 0), today))}
          <ActionBar>
            <ButtonLink variant="slim" href={pagePaths.endHousehold(household.id)}>
              {t.register.actions.endHousehold}
            </ButtonLink>
          </ActionBar>
        </Note>
      )}
    </>
  );
};

/** Work of others that waits for this worker's word. */
const HeldNote = ({ count }: { readonly count: number }) => {
  if (count === 0) return null;
  return (
    <Note tone="soon">
      {t.held.here(count)}
      <ActionBar>
        <ButtonLink variant="slim" href={pagePaths.held}>
          {t.held.open}
        </ButtonLink>
      </ActionBar>
    </Note>
  );
};
