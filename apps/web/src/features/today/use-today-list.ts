import { hasPending } from '@lianxin/sync/client';
import { useMemo } from 'react';
import { readTodayList, type TodayList } from '../../storage/reading/today/today-list.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import type { TimeSlot } from './use-time-slot.ts';

/** Reads a day's list; it is made anew when a record changes and when the hour does. */
export const useTodayList = (slot: TimeSlot): TodayList => {
  const { session } = useWorkspace();
  const register = useRegister();
  return useMemo(() => {
    const postedUnitIds = session.postings.map(({ unitId }) => unitId);
    const lacksOlder = hasPending(register.state.meta.segments);
    return readTodayList(register.view, postedUnitIds, { ...slot, lacksOlder });
  }, [register, session, slot]);
};
