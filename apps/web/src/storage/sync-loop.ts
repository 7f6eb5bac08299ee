import { runRound, type Transport, type TransportRefusal } from '@lianxin/sync/client';
import type { PhoneSignal } from '../platform/network.ts';
import { NetworkFailure } from './http-transport.ts';
import type { Register } from './register.ts';
import { StorageFailure } from './storage-failure.ts';
import type { listenToSyncEvents } from './sync-events.ts';
import {
  isStalled,
  pollMs,
  type RoundEnd,
  type SyncEvent,
  type SyncMachine,
  type SyncStep,
  startMachine,
  stepMachine,
} from './sync-machine.ts';
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
  /** Is told how sync stands whenever that may have changed. */
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

/** Starts the loop. It asks again and again whether anything is unsent or unseen, so a lost event delays work but never loses it. */
export const startSyncLoop = (ports: SyncLoopPorts): SyncLoop => {
  const { register, elapsed, random } = ports;
  let machine = startMachine(elapsed());
  let progress: SyncStatus['progress'] = null;
  let told: SyncStatus | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closeStream: () => void = () => undefined;
  let isStopped = false;

  const tell = (): void => {
    const { lastResult } = machine;
    const status = { phase: phaseOf(machine), lastResult, isStalled: isStalled(machine, elapsed()), progress };
    if (told === null || !isSame(status, told)) ports.onStatus(status);
    told = status;
  };

  const take = (event: SyncEvent): void => {
    if (isStopped) return;
    const step = stepMachine(machine, event, { now: elapsed(), random });
    machine = step.machine;
    perform(step);
    tell();
  };

  const perform = ({ run, stream, wakeAt }: SyncStep): void => {
    clearTimeout(timer);
    // A timer that was set for long may be late by far after a phone's sleep, so it looks at least as often as it polls.
    const waitMs = wakeAt === null ? pollMs : Math.min(wakeAt - elapsed(), pollMs);
    timer = setTimeout(() => take({ type: 'tick' }), waitMs);
    if (stream === 'close') closeStream();
    if (stream === 'open') openStream();
    if (run) void round();
  };

  const openStream = (): void => {
    const openedAt = elapsed();
    closeStream = ports.listen(register.state().meta.communityId, {
      onOpen: () => take({ type: 'streamOpened' }),
      onCall: (top) => take({ type: 'called', top }),
      onLost: () => take({ type: 'streamLost', livedMs: elapsed() - openedAt }),
    });
  };

  const round = async (): Promise<void> => {
    const end = await oneRound(ports, (step) => {
      progress = step;
      tell();
    });
    progress = null;
    noticeRegister();
    take({ type: 'roundEnded', ...end });
  };

  const noticeRegister = (): void => take(changeOf(register, ports.now()));

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
      clearTimeout(timer);
      closeStream();
    },
  };
};

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

const isRefusal = (answer: object): answer is TransportRefusal => 'type' in answer && answer.type === 'refusal';

const oneRound = async (
  ports: SyncLoopPorts,
  onProgress: (progress: NonNullable<SyncStatus['progress']>) => void,
): Promise<{ readonly result: RoundEnd; readonly retryAfterMs: number }> => {
  const { register } = ports;
  let retryAfterMs = 0;
  const noting = async <T extends object>(answer: Promise<T | TransportRefusal>): Promise<T | TransportRefusal> => {
    const answered = await answer;
    if (isRefusal(answered)) retryAfterMs = answered.retryAfterMs ?? 0;
    return answered;
  };
  try {
    const result = await runRound({
      transport: {
        push: (request) => noting(ports.transport.push(request)),
        pull: (request) => noting(ports.transport.pull(request)),
      },
      state: register.state,
      rows: () => register.confirmed,
      update: register.update,
      now: ports.now,
      newId: ports.newId,
      onProgress,
    });
    if (result === 'signedOut') ports.onSignedOut();
    return { result, retryAfterMs };
  } catch (cause) {
    if (cause instanceof StorageFailure) return { result: 'storageFailed', retryAfterMs };
    if (cause instanceof NetworkFailure) return { result: 'offline', retryAfterMs };
    ports.onBroken(cause);
    return { result: 'broken', retryAfterMs };
  }
};
