import { hasPending } from '@lianxin/sync/client';
import { useCallback, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../locale/messages.ts';
import { tToday } from '../../locale/today-messages.ts';
import { mustNameRoom } from '../../storage/intents/must-name-room.ts';
import { useQuickVisit } from '../../storage/intents/use-quick-visit.ts';
import { householdsOfDoor } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { gridsOfPostings } from '../../storage/reading/place.ts';
import type { TodayDoor } from '../../storage/reading/today/today-doors.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Sub } from '../../ui/sub.tsx';
import { showToast } from '../../ui/toast.ts';
import { leadOf } from './door-words.ts';
import { dayAndGrid, TodayFigures, TodayLinks } from './today-head.tsx';
import { TodaySections } from './today-sections.tsx';
import { useTimeSlot } from './use-time-slot.ts';
import { useTodayList } from './use-today-list.ts';

/** Who is to be visited today and why, in the order in which it is walked. */
export const TodayPage = () => {
  const slot = useTimeSlot();
  const list = useTodayList(slot);
  const { state } = useRegister();
  const doors = useMemo(() => [...list.sections.flatMap((section) => section.doors), ...list.later], [list]);
  const log = useQuickLog();
  return (
    <Page title={tToday.title} sub={dayAndGrid(slot.today, useGridNames())} aside={<SyncTick />}>
      {doors.length > 0 && <TodayFigures doors={doors} />}
      <TodayLinks canPrint={doors.length > 0} />
      {hasPending(state.meta.segments) && <Sub padded>{tToday.lacksOlder}</Sub>}
      <TodaySections list={list} today={slot.today} onQuick={log} />
      {doors.length === 0 && <NobodyDue />}
    </Page>
  );
};

const useGridNames = (): readonly string[] => {
  const { session } = useWorkspace();
  const register = useRegister();
  return useMemo(() => {
    const postedUnitIds = session.postings.map(({ unitId }) => unitId);
    return gridsOfPostings(register.view, postedUnitIds).map(({ name }) => name);
  }, [register, session]);
};

/** Logs with one tap; a thumb that lands twice on a door is one visit, also while a slow phone is still writing. */
const useQuickLog = (): ((door: TodayDoor, outcome: 'met' | 'noAnswer') => void) => {
  const logQuickly = useQuickVisit();
  const { register } = useWorkspace();
  const [, navigate] = useLocation();
  const saving = useRef(new Set<string>());
  return useCallback(
    (door, outcome) => {
      const { dwelling, household } = door;
      const key = household?.id ?? dwelling.id;
      if (household === null && mustNameRoom(outcome, householdsOfDoor(register.view, dwelling.id).length)) {
        showToast({ text: t.visit.whichRoomFirst });
        navigate(`${pagePaths.newVisit(dwelling.id, null)}?from=today`);
        return;
      }
      if (saving.current.has(key)) return;
      saving.current.add(key);
      const made = { dwellingId: dwelling.id, householdId: household?.id ?? null, outcome, way: 'door' as const };
      void logQuickly({ ...made, doorLabel: leadOf(door) }).finally(() => {
        saving.current.delete(key);
        requestAnimationFrame(keepFocus);
      });
    },
    [logQuickly, register, navigate],
  );
};

/** The line that was pressed has gone; who works by keyboard or is read to goes on from the top of the page. */
const keepFocus = (): void => {
  if (document.activeElement === document.body) document.querySelector('h1')?.focus({ preventScroll: true });
};

const NobodyDue = () => {
  const { view } = useRegister();
  const { title, body } = view.all('dwelling').length === 0 ? tToday.nothingYet : tToday.empty;
  return (
    <EmptyState
      title={title}
      action={
        <ButtonLink variant="outline" href={pagePaths.register}>
          {tToday.toRegister}
        </ButtonLink>
      }
    >
      {body}
    </EmptyState>
  );
};
