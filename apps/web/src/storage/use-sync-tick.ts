import { systemClock } from '../platform/clock.ts';
import { useDeviceSession } from './device-session.ts';
import { summariseSync } from './reading/sync-summary.ts';
import { readSyncTick, type SyncTickReading } from './reading/sync-tick.ts';
import { useSyncStatus } from './sync-status.ts';
import { useRegister } from './use-workspace.ts';

/** Reads the sync tick of the open workspace; it changes with every save and every answer. */
export const useSyncTick = (): SyncTickReading => {
  const { state } = useRegister();
  const isSignedOut = useDeviceSession((session) => session.isSignedOut);
  const isStalled = useSyncStatus((status) => status.isStalled);
  return readSyncTick(summariseSync(state), { now: systemClock.now(), isSignedOut, isStalled });
};
