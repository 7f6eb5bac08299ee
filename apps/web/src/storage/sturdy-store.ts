import type { LocalChange, LocalStore } from '@lianxin/sync/client';
import { StorageFailure } from './storage-failure.ts';

/** Is what may help a failed commit once. */
export interface Remedies {
  /** Gives up room held for this; false when there was none. */
  readonly makeRoom: () => Promise<boolean>;
  /** Closes a connection that may be dead and opens it anew; throws when it cannot be opened. */
  readonly reopen: () => Promise<void>;
  /** Tells whether a change is in the store although its commit seemed to fail. */
  readonly isCommitted: (change: LocalChange) => Promise<boolean>;
}

/**
 * Tries a failed commit once more after the remedy for its failure. A commit that seemed to fail may still have been
 * written; it is looked for before it is tried again, so that nothing is saved twice.
 */
export const sturdyStore = (store: LocalStore, remedies: Remedies): LocalStore => {
  const help = async ({ kind }: StorageFailure): Promise<boolean> => {
    if (kind === 'quota') return await remedies.makeRoom();
    if (kind !== 'closed') return false;
    await remedies.reopen();
    return true;
  };
  const trying = async <T>(work: () => Promise<T>, again: () => Promise<T> = work): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      const failure = StorageFailure.of(cause);
      try {
        if (await help(failure)) return await again();
      } catch (second) {
        throw StorageFailure.of(second);
      }
      throw failure;
    }
  };
  return {
    load: (communityId) => trying(() => store.load(communityId)),
    commit: (change) =>
      trying(
        () => store.commit(change),
        async () => ((await remedies.isCommitted(change)) ? 'committed' : await store.commit(change)),
      ),
  };
};
