import type { SyncMachine } from './sync-machine-state.ts';
import { stallsAt } from './watchdog.ts';

/** Is what the loop is to do now. */
export interface SyncStep {
  readonly machine: SyncMachine;
  readonly run: boolean;
  readonly stream: 'open' | 'close' | null;
  /** When to look again if nothing happens; null for never. */
  readonly wakeAt: number | null;
}

/** How often a phone in front of somebody asks even when nobody calls. */
export const pollMs = 60_000;

/** Decides from the whole state what is to be done now, whatever has led to it. */
export const decideSync = (machine: SyncMachine, now: number): SyncStep => {
  const due = dueAt(machine);
  const run = due !== null && due <= now;
  const begun: SyncMachine = run ? { ...machine, isRunning: true, wish: 'none', calledTop: 0 } : machine;
  const streamDue = streamDueAt(begun);
  const stream = streamChange(begun, streamDue !== null && streamDue <= now);
  const decided = stream === null ? begun : { ...begun, isStreaming: stream === 'open' };
  const wakes = [run ? null : due, decided.isStreaming ? null : streamDue, machineStallsAt(decided)];
  return { machine: decided, run, stream, wakeAt: earliestAfter(wakes, now) };
};

/** When the next round is due; null while nothing is to be asked, another tab asks, or one is under way. */
const dueAt = (machine: SyncMachine): number | null => {
  if (!machine.isLeader || machine.isRunning) return null;
  if (machine.wish === 'pressed') return 0;
  const floor = Math.max(machine.notBefore, machine.retryAt);
  if (machine.unsent !== null) return floor;
  // Behind another app nobody looks: only what was saved still goes out.
  if (!machine.isVisible) return null;
  if (machine.wish === 'due' || machine.calledTop > machine.checkpoint) return floor;
  const pollAt = machine.lastRoundAt + pollMs;
  return Math.max(machine.notBefore, machine.isDoubted ? Math.min(machine.streamAt, pollAt) : pollAt);
};

/** When the stream may be opened: after a round has shown that the server answers. */
const streamDueAt = (machine: SyncMachine): number | null =>
  !machine.isStreaming && mayStream(machine) && machine.lastResult === 'settled' && !machine.isDoubted
    ? machine.streamAt
    : null;

const mayStream = (machine: SyncMachine): boolean =>
  machine.isLeader && machine.isVisible && machine.lastResult !== 'signedOut';

const streamChange = (machine: SyncMachine, isDue: boolean): SyncStep['stream'] => {
  if (machine.isStreaming) return mayStream(machine) ? null : 'close';
  return isDue ? 'open' : null;
};

/** Tells from when on sending stands still. */
export const machineStallsAt = ({ unsent, ...facts }: SyncMachine): number | null =>
  stallsAt({ ...facts, unsentSince: unsent?.since ?? null });

const earliestAfter = (times: readonly (number | null)[], now: number): number | null => {
  const later = times.flatMap((time) => (time === null || time <= now ? [] : [time]));
  return later.length === 0 ? null : Math.min(...later);
};
