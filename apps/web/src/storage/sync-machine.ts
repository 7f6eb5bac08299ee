import { decideSync, machineStallsAt, type SyncStep } from './decide-sync.ts';
import type { SyncEvent, SyncMachine } from './sync-machine-state.ts';

/** Is what the world adds to an event. */
export interface SyncMoment {
  readonly now: number;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

const firstWaitMs = 1_000;
/** The longest a phone waits by itself or at the server's word. */
export const longestWaitMs = 300_000;
/** Phones that were called at once come one after the other. */
const callSpreadMs = 500;
/** A stream that lived this long was no failure. */
const steadyStreamMs = 60_000;

/** Takes one event and decides from the whole state what is to be done now. */
export const stepMachine = (machine: SyncMachine, event: SyncEvent, moment: SyncMoment): SyncStep =>
  decideSync(take(machine, event, moment), moment.now);

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
