import type { Transport } from '@lianxin/sync/client';
import type { PhoneSignal } from '../platform/network.ts';
import { pollMs } from './decide-sync.ts';
import { runGuardedRound } from './guarded-round.ts';
import type { Register } from './register.ts';
import type { listenToSyncEvents } from './sync-events.ts';
import { isStalled, stepMachine } from './sync-machine.ts';
import { type SyncEvent, type SyncMachine, startMachine } from './sync-machine-state.ts';
import type { SyncStatus } from './sync-status.ts';

/** Is what the loop needs from the phone. */
export interface SyncLoopPorts {
  readonly register: Register;
  readonly transport: Transport;
  readonly listen: typeof listenToSyncEvents;
  /** The clock of the wall, for what is written down. */
  readonly now: () => number;
  /** Milliseconds on a clock that never goes back, for waiting. */
  readonly elapsed: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  readonly onSignedOut: () => void;
  /** Is told how sync stands whenever that has changed. */
  readonly onStatus: (status: SyncStatus) => void;
  /** Is told of an error in our own code, which the loop survives. */
  readonly onBroken: (cause: unknown) => void;
}

/** Runs rounds and keeps the stream open, as the machine says. */
export interface SyncLoop {
  readonly lead: () => void;
  readonly follow: () => void;
  readonly notice: (signal: PhoneSignal) => void;
  /** Tries at once, because a person asked for it. */
  readonly poke: () => void;
  readonly stop: () => void;
}

type Take = (event: SyncEvent) => void;

/** Starts the loop. It asks again and again whether anything is unsent or unseen, so a lost event delays work but never loses it. */
export const startSyncLoop = (ports: SyncLoopPorts): SyncLoop => {
  const { register, elapsed, random } = ports;
  let machine = startMachine(elapsed());
  let progress: SyncStatus['progress'] = null;
  let isStopped = false;
  const take: Take = (event) => {
    if (isStopped) return;
    const step = stepMachine(machine, event, { now: elapsed(), random });
    machine = step.machine;
    alarm.set(step.wakeAt);
    if (step.stream === 'close') stream.close();
    if (step.stream === 'open') stream.open();
    if (step.run) void round();
    tell();
  };
  const alarm = createAlarm(ports, take);
  const stream = createStream(ports, take);
  const say = createSpeaker(ports);
  const tell = (): void => say(statusOf(machine, { now: elapsed(), progress }));
  const noticeRegister = (): void => take(changeOf(register, ports.now()));
  const round = async (): Promise<void> => {
    const end = await runGuardedRound(ports, (step) => {
      progress = step;
      tell();
    });
    progress = null;
    noticeRegister();
    take({ type: 'roundEnded', ...end });
  };
  const stopWatching = register.subscribe(noticeRegister);
  noticeRegister();
  return {
    lead: () => take({ type: 'led' }),
    follow: () => take({ type: 'followed' }),
    notice: (signal) => take({ type: signal }),
    poke: () => take({ type: 'pressed' }),
    stop: () => {
      isStopped = true;
      stopWatching();
      alarm.stop();
      stream.close();
    },
  };
};

/** Wakes the loop. A timer that was set for long may be late by far after a phone's sleep, so it looks at least as often as it polls. */
const createAlarm = ({ elapsed }: SyncLoopPorts, take: Take) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  const set = (wakeAt: number | null): void => {
    stop();
    const waitMs = wakeAt === null ? pollMs : Math.min(wakeAt - elapsed(), pollMs);
    timer = setTimeout(() => take({ type: 'tick' }), waitMs);
  };
  return { set, stop };
};

const createStream = ({ listen, register, elapsed }: SyncLoopPorts, take: Take) => {
  let close: () => void = () => undefined;
  const open = (): void => {
    const openedAt = elapsed();
    close = listen(register.state().meta.communityId, {
      onOpen: () => take({ type: 'streamOpened' }),
      onCall: (top) => take({ type: 'called', top }),
      onLost: () => take({ type: 'streamLost', livedMs: elapsed() - openedAt }),
    });
  };
  return { open, close: () => close() };
};

/** Tells a status once, so that pages are not drawn anew for nothing. */
const createSpeaker = ({ onStatus }: SyncLoopPorts) => {
  let told: SyncStatus | null = null;
  return (status: SyncStatus): void => {
    if (told === null || !isSame(status, told)) onStatus(status);
    told = status;
  };
};

const statusOf = (
  machine: SyncMachine,
  { now, progress }: { readonly now: number; readonly progress: SyncStatus['progress'] },
): SyncStatus => ({
  phase: phaseOf(machine),
  lastResult: machine.lastResult,
  isStalled: isStalled(machine, now),
  progress,
});

const phaseOf = (machine: SyncMachine): SyncStatus['phase'] => {
  if (machine.isRunning) return 'working';
  return machine.failures === 0 ? 'idle' : 'waiting';
};

const isSame = (a: SyncStatus, b: SyncStatus): boolean =>
  a.phase === b.phase && a.lastResult === b.lastResult && a.isStalled === b.isStalled && a.progress === b.progress;

const changeOf = (register: Register, now: number): SyncEvent => {
  const { outbox, meta } = register.state();
  const waiting = outbox.filter((entry) => entry.acknowledgedRev === null);
  const [oldest] = waiting;
  const unsent =
    oldest === undefined ? null : { id: oldest.id, count: waiting.length, ageMs: Math.max(0, now - oldest.at) };
  return { type: 'changed', unsent, checkpoint: meta.checkpoint };
};
