import type { RoundResult } from '@lianxin/sync/client';
import { stallsAt } from './watchdog.ts';

/** Tells how a round ended: as the server said, or because it could not be reached, the phone's storage failed, or our own code broke. */
export type RoundEnd = RoundResult | 'offline' | 'storageFailed' | 'broken';

/** Is what a phone knows about its own wish to sync. Times are milliseconds on a clock that never goes back. */
export interface SyncMachine {
  readonly isLeader: boolean;
  readonly isVisible: boolean;
  readonly isOnline: boolean;
  readonly onlineSince: number;
  readonly isRunning: boolean;
  readonly isStreaming: boolean;
  /** Whether something may be unseen; a person's own press does not wait for anything. */
  readonly wish: 'none' | 'due' | 'pressed';
  /** How much is unacknowledged: the oldest of it, when that was saved, and how many there are. */
  readonly unsent: { readonly id: string; readonly count: number; readonly since: number } | null;
  readonly checkpoint: number;
  /** The highest top that the server has called out since the running or next round began. */
  readonly calledTop: number;
  readonly failures: number;
  readonly hasFailed: boolean;
  readonly retryAt: number;
  /** What the server asked for: nothing but a person's press goes before it. */
  readonly notBefore: number;
  readonly lastRoundAt: number;
  readonly lastProgressAt: number;
  readonly lastResult: RoundEnd | null;
  /** Whether the stream broke after the last round: the server may be gone, so a round comes before the next stream. */
  readonly isDoubted: boolean;
  readonly streamFailures: number;
  readonly streamAt: number;
}

/** Lists what can happen to the loop. Losing any of them delays work and never loses it: every step asks anew whether anything is unsent or unseen. */
export type SyncEvent =
  | {
      readonly type:
        | 'led'
        | 'followed'
        | 'visible'
        | 'hidden'
        | 'online'
        | 'offline'
        | 'pressed'
        | 'streamOpened'
        | 'tick';
    }
  | { readonly type: 'called'; readonly top: number }
  | {
      readonly type: 'changed';
      readonly unsent: { readonly id: string; readonly count: number; readonly ageMs: number } | null;
      readonly checkpoint: number;
    }
  | { readonly type: 'roundEnded'; readonly result: RoundEnd; readonly retryAfterMs: number }
  | { readonly type: 'streamLost'; readonly livedMs: number };

/** Is what the world adds to an event. */
export interface SyncMoment {
  readonly now: number;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

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
const firstWaitMs = 1_000;
/** The longest a phone waits by itself or at the server's word. */
export const longestWaitMs = 300_000;
/** Phones that were called at once come one after the other. */
const callSpreadMs = 500;
/** A stream that lived this long was no failure. */
const steadyStreamMs = 60_000;

/** Starts a machine that has never spoken to the server; it is told by events whether it leads and whether anybody looks. */
export const startMachine = (now: number): SyncMachine => ({
  isLeader: false,
  isVisible: false,
  isOnline: true,
  onlineSince: Number.NEGATIVE_INFINITY,
  isRunning: false,
  isStreaming: false,
  wish: 'due',
  unsent: null,
  checkpoint: 0,
  calledTop: 0,
  failures: 0,
  hasFailed: false,
  retryAt: 0,
  notBefore: 0,
  lastRoundAt: now,
  lastProgressAt: 0,
  lastResult: null,
  isDoubted: false,
  streamFailures: 0,
  streamAt: 0,
});

/** Takes one event and decides from the whole state what is to be done now. */
export const stepMachine = (machine: SyncMachine, event: SyncEvent, moment: SyncMoment): SyncStep =>
  decide(take(machine, event, moment), moment.now);

/** Tells whether people must be told that sending stands still. */
export const isStalled = (machine: SyncMachine, now: number): boolean => {
  const at = machineStallsAt(machine);
  return at !== null && now >= at;
};

const take = (machine: SyncMachine, event: SyncEvent, { now, random }: SyncMoment): SyncMachine => {
  switch (event.type) {
    case 'led':
      return { ...eager(machine), isLeader: true };
    case 'followed':
      return { ...machine, isLeader: false };
    case 'visible':
      return { ...eager(machine), isVisible: true };
    case 'hidden':
      return { ...machine, isVisible: false };
    case 'online':
      return { ...eager(machine), isOnline: true, onlineSince: now };
    case 'offline':
      return { ...machine, isOnline: false, hasFailed: false };
    case 'pressed':
      return { ...eager(machine), wish: 'pressed' };
    case 'streamOpened':
      // What was called out before the stream stood was heard by nobody.
      return wishing(machine);
    case 'called':
      return takeCall(machine, event.top, now + random() * callSpreadMs);
    case 'changed':
      return takeChange(machine, event, now);
    case 'roundEnded':
      return takeEnd(machine, event, { now, random });
    case 'streamLost':
      return takeStreamLoss(machine, event.livedMs, { now, random });
    case 'tick':
      return machine;
  }
};

/** Something may be unseen; a press that waits is not forgotten over it. */
const wishing = (machine: SyncMachine): SyncMachine =>
  machine.wish === 'none' ? { ...machine, wish: 'due' } : machine;

/** The world has changed for the better: earlier failures say nothing any more. */
const eager = (machine: SyncMachine): SyncMachine => ({ ...wishing(machine), failures: 0, retryAt: 0 });

const takeCall = (machine: SyncMachine, top: number, spreadAt: number): SyncMachine =>
  top <= machine.checkpoint
    ? machine
    : {
        ...machine,
        calledTop: Math.max(machine.calledTop, top),
        failures: 0,
        retryAt: 0,
        notBefore: Math.max(machine.notBefore, spreadAt),
      };

const takeChange = (machine: SyncMachine, event: Extract<SyncEvent, { type: 'changed' }>, now: number): SyncMachine => {
  const { unsent, checkpoint } = event;
  if (unsent === null) return { ...machine, unsent: null, checkpoint, hasFailed: false };
  const { unsent: before } = machine;
  const { id, count } = unsent;
  return {
    ...machine,
    checkpoint,
    unsent: { id, count, since: id === before?.id ? before.since : now - unsent.ageMs },
    // Mutations go in order, so another oldest one means that the one before it was answered.
    ...(before === null || id === before.id ? {} : { lastProgressAt: now, hasFailed: false }),
    // Somebody who saves is there to see it go; waiting longer helps nobody.
    ...(count > (before?.count ?? 0) ? { failures: 0, retryAt: 0 } : {}),
  };
};

const takeEnd = (
  machine: SyncMachine,
  { result, retryAfterMs }: Extract<SyncEvent, { type: 'roundEnded' }>,
  { now, random }: SyncMoment,
): SyncMachine => {
  const ended = { ...machine, isRunning: false, isDoubted: false, lastRoundAt: now, lastResult: result };
  const isDone = result === 'settled' && machine.unsent === null;
  if (isDone) return { ...ended, failures: 0, retryAt: 0 };
  const failures = machine.failures + 1;
  const waitMs = result === 'signedOut' ? longestWaitMs : backoffMs(failures, random);
  const askedMs = Math.min(retryAfterMs, longestWaitMs);
  return {
    ...(result === 'settled' ? ended : wishing(ended)),
    failures,
    hasFailed: machine.hasFailed || (machine.isOnline && machine.unsent !== null),
    retryAt: now + askedMs + waitMs,
    notBefore: Math.max(machine.notBefore, now + askedMs),
  };
};

const takeStreamLoss = (machine: SyncMachine, livedMs: number, { now, random }: SyncMoment): SyncMachine => {
  const streamFailures = livedMs >= steadyStreamMs ? 1 : machine.streamFailures + 1;
  return {
    ...machine,
    isStreaming: false,
    isDoubted: true,
    streamFailures,
    streamAt: now + backoffMs(streamFailures, random),
  };
};

/** Full jitter: anything up to a bound that doubles with every failure, so that many phones do not come back in step. */
const backoffMs = (failures: number, random: () => number): number =>
  random() * Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs);

const decide = (machine: SyncMachine, now: number): SyncStep => {
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

const machineStallsAt = ({ unsent, ...facts }: SyncMachine): number | null =>
  stallsAt({ ...facts, unsentSince: unsent?.since ?? null });

const earliestAfter = (times: readonly (number | null)[], now: number): number | null => {
  const later = times.flatMap((time) => (time === null || time <= now ? [] : [time]));
  return later.length === 0 ? null : Math.min(...later);
};
