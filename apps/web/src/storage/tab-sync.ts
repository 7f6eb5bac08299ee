import type { Transport } from '@lianxin/sync/client';
import type { PhoneSignal } from '../platform/network.ts';
import { joinTabs } from './leader-tab.ts';
import type { Register } from './register.ts';
import { StorageFailure } from './storage-failure.ts';
import { listenToSyncEvents } from './sync-events.ts';
import { startSyncLoop } from './sync-loop.ts';
import { type SyncStatus, useSyncStatus } from './sync-status.ts';

/** Is what one tab's share in syncing needs. */
export interface TabSyncPorts {
  readonly register: Register;
  /** Where the tabs of one account and community speak to each other. */
  readonly channel: BroadcastChannel;
  readonly replicaName: string;
  readonly transport: Transport;
  readonly now: () => number;
  readonly newMutationId: () => string;
  readonly onSignedOut: () => void;
  readonly watchPhone: (listener: (signal: PhoneSignal) => void) => () => void;
}

/** Is one tab's share in syncing. */
export interface TabSync {
  /** Tries at once, because a person asked for it. */
  readonly poke: () => void;
  readonly stop: () => void;
}

/** Lets one tab of an account and community speak to the server for all of them. The others save, tell it, and show what it says. */
export const startTabSync = ({ register, channel, ...ports }: TabSyncPorts): TabSync => {
  let isLeading = false;
  useSyncStatus.setState(useSyncStatus.getInitialState());
  const loop = startSyncLoop({
    ...ports,
    register,
    listen: listenToSyncEvents,
    elapsed: () => performance.now(),
    newId: ports.newMutationId,
    random: Math.random,
    onStatus: (status) => {
      if (!isLeading) return;
      useSyncStatus.setState(status);
      channel.postMessage({ status });
    },
    onBroken: (cause) => console.error(cause),
  });
  const place = joinTabs({
    locks: 'locks' in navigator ? navigator.locks : undefined,
    lockName: `sync:${ports.replicaName}`,
    onLead: () => {
      isLeading = true;
      loop.lead();
    },
    onFollow: () => {
      isLeading = false;
      loop.follow();
    },
  });
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'changed') register.reload().catch(surviveStorage);
    else if (isStatusMessage(data) && !isLeading) {
      useSyncStatus.setState(data.status);
      if (data.status.lastResult === 'signedOut') ports.onSignedOut();
    }
  };
  const stopWatching = ports.watchPhone((signal) => {
    if (signal === 'visible') place.takeOver();
    loop.notice(signal);
  });
  return {
    poke: () => {
      if (isLeading) loop.poke();
      else place.takeOver();
    },
    stop: () => {
      stopWatching();
      // A round that is under way ends later, and speaks for nobody then.
      isLeading = false;
      place.leave();
      loop.stop();
    },
  };
};

/** A tab that cannot read now stays behind; it is told so by its own next commit. */
const surviveStorage = (cause: unknown): void => {
  if (!(cause instanceof StorageFailure)) throw cause;
};

const isStatusMessage = (data: unknown): data is { readonly status: SyncStatus } =>
  typeof data === 'object' && data !== null && 'status' in data;
