import type { CommittedChange } from '../committed-change.ts';

/** Collects what a transaction changes and tells it after COMMIT. */
export interface CommitChanges {
  readonly counter: (communityId: string, top: number) => void;
  readonly bucket: (communityId: string, bucket: string) => void;
  readonly account: (accountId: string) => void;
  /** Calls back after every commit, in its turn of the event loop; returns the way to stop. */
  readonly watch: (listener: (change: CommittedChange) => void) => () => void;
  /** Ends the running collection: tells it, or forgets it when the transaction was undone. */
  readonly end: (wasCommitted: boolean) => void;
}

/** Creates a collector. Work that was undone in a savepoint may leave a bucket named too many; listeners take it as a hint to look. */
export const createCommitChanges = (): CommitChanges => {
  const listeners = new Set<(change: CommittedChange) => void>();
  let communities = new Map<string, { top: number; buckets: Set<string> }>();
  let accounts = new Set<string>();
  const of = (communityId: string): { top: number; buckets: Set<string> } => {
    const known = communities.get(communityId) ?? { top: 0, buckets: new Set<string>() };
    communities.set(communityId, known);
    return known;
  };
  return {
    counter: (communityId, top) => {
      of(communityId).top = top;
    },
    bucket: (communityId, bucket) => void of(communityId).buckets.add(bucket),
    account: (accountId) => void accounts.add(accountId),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: (wasCommitted) => {
      const change = { communities, accounts };
      communities = new Map();
      accounts = new Set();
      if (wasCommitted) for (const listener of listeners) listener(change);
    },
  };
};
