import type { CommittedChange } from '../../store/committed-change.ts';
import type { Store } from '../../store/port.ts';
import { createSyncSubscription, type SyncSubscription } from './sync-subscription.ts';

/** Is how many streams may be open at once. */
export interface StreamLimits {
  /** Of one account; a further one closes the oldest, whose phone falls back to asking every minute. */
  readonly perAccount: number;
  readonly inAll: number;
}

/** Keeps the open streams and tells each of what happens in its community. */
export interface SyncEvents {
  /** Opens a place; null when the server has as many as it will carry, or stops. */
  readonly subscribe: (whose: Pick<SyncSubscription, 'accountId' | 'communityId'>) => SyncSubscription | null;
}

/** Starts telling streams of commits. A change of an account's sessions, state or postings ends its streams: their phones come back with what they may see then. */
export const createSyncEvents = (
  store: Pick<Store, 'watch'>,
  limits: StreamLimits,
  stopping: AbortSignal | undefined,
): SyncEvents => {
  const byCommunity = new Map<string, Set<SyncSubscription>>();
  const byAccount = new Map<string, Set<SyncSubscription>>();
  let count = 0;

  const tell = ({ communities, accounts }: CommittedChange): void => {
    for (const accountId of accounts) endAll(byAccount.get(accountId));
    for (const [communityId, change] of communities)
      for (const subscription of byCommunity.get(communityId) ?? []) subscription.note(change);
  };

  const keep = (subscription: SyncSubscription): void => {
    count += 1;
    add(byCommunity, subscription.communityId, subscription);
    add(byAccount, subscription.accountId, subscription);
  };

  const forget = (subscription: SyncSubscription): void => {
    count -= 1;
    remove(byCommunity, subscription.communityId, subscription);
    remove(byAccount, subscription.accountId, subscription);
  };

  store.watch(tell);
  stopping?.addEventListener('abort', () => {
    for (const subscriptions of byAccount.values()) endAll(subscriptions);
  });
  return {
    subscribe: (whose) => {
      const others = [...(byAccount.get(whose.accountId) ?? [])].filter((other) => !other.isEnded());
      // A phone asks again over a connection it still has open: a stream given to it now would hold a stopping server.
      if (stopping?.aborted === true) return null;
      if (others.length < limits.perAccount && count >= limits.inAll) return null;
      for (const oldest of others.slice(0, others.length - limits.perAccount + 1)) oldest.end();
      const subscription = createSyncSubscription(whose);
      keep(subscription);
      void subscription.ended.then(() => forget(subscription));
      return subscription;
    },
  };
};

const endAll = (subscriptions: ReadonlySet<SyncSubscription> | undefined): void => {
  for (const subscription of subscriptions ?? []) subscription.end();
};

const add = <T>(sets: Map<string, Set<T>>, key: string, value: T): void => {
  const set = sets.get(key) ?? new Set<T>();
  sets.set(key, set.add(value));
};

const remove = <T>(sets: Map<string, Set<T>>, key: string, value: T): void => {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
};
