import { type RoundResult, runRound, type Transport } from '@lianxin/sync/client';
import { create } from 'zustand';
import type { Register } from './register.ts';

/** Is what the pages say about contact with the server. */
export interface SyncStatus {
  readonly phase: 'idle' | 'working' | 'waiting';
  readonly lastResult: RoundResult | 'offline' | 'storageFailed' | null;
  /** Rows received and still to come in the running round, for the first pull's progress. */
  readonly progress: { readonly received: number; readonly remaining: number } | null;
}

/** Holds what the pages say about contact with the server. */
export const useSyncStatus = create<SyncStatus>(() => ({ phase: 'idle', lastResult: null, progress: null }));

/** Is what the loop needs from the phone. */
export interface SyncLoopPorts {
  readonly register: Register;
  readonly transport: Transport;
  readonly lockName: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  readonly onSignedOut: () => void;
}

/** Runs rounds: at once when asked, after failures with a growing, jittered wait, and every minute while the app is open. */
export interface SyncLoop {
  readonly poke: () => void;
  readonly stop: () => void;
}

const pollMs = 60_000;
const firstWaitMs = 1_000;
const longestWaitMs = 300_000;

/** Starts the loop. It asks again and again whether anything is unsent or unseen, so a lost event delays work but never loses it. */
export const startSyncLoop = (ports: SyncLoopPorts): SyncLoop => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isRunning = false;
  let wasPoked = false;
  let isStopped = false;

  const schedule = (): void => {
    clearTimeout(timer);
    if (isStopped) return;
    const waitMs = failures === 0 ? pollMs : ports.random() * Math.min(firstWaitMs * 2 ** failures, longestWaitMs);
    timer = setTimeout(run, waitMs);
  };

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    if (isStopped) return;
    if (isRunning) {
      wasPoked = true;
      return;
    }
    isRunning = true;
    useSyncStatus.setState({ phase: 'working' });
    const lastResult = await withLock(ports.lockName, () => oneRound(ports));
    failures = lastResult === 'settled' ? 0 : failures + 1;
    isRunning = false;
    useSyncStatus.setState({ phase: failures === 0 ? 'idle' : 'waiting', lastResult, progress: null });
    if (wasPoked && !isStopped && failures === 0) {
      wasPoked = false;
      void run();
    } else schedule();
  };

  void run();
  return {
    poke: () => {
      failures = 0;
      void run();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
};

const oneRound = async (ports: SyncLoopPorts): Promise<SyncStatus['lastResult']> => {
  try {
    const result = await runRound({
      transport: ports.transport,
      state: ports.register.state,
      rows: () => ports.register.confirmed,
      update: ports.register.update,
      now: ports.now,
      newId: ports.newId,
      onProgress: (progress) => useSyncStatus.setState({ progress }),
    });
    if (result === 'signedOut') ports.onSignedOut();
    return result;
  } catch (cause) {
    return isStorageFailure(cause) ? 'storageFailed' : 'offline';
  }
};

/** Everything that is not the network comes from the phone's own storage, whose errors carry their own class names. */
const isStorageFailure = (cause: unknown): boolean =>
  cause instanceof Error &&
  !(cause instanceof TypeError) &&
  /Dexie|Quota|Abort|Database|Transaction/i.test(`${cause.name} ${cause.constructor.name}`);

/** One tab syncs at a time; where locks are missing, two at once only repeat each other. */
const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  if (!('locks' in navigator)) return await work();
  return await navigator.locks.request(name, work);
};
