import { emptyChange, emptyMeta, type LocalChange, type LocalStore } from '@lianxin/sync/client';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { StorageFailure } from './storage-failure.ts';
import { type Remedies, sturdyStore } from './sturdy-store.ts';

const change: LocalChange = emptyChange(emptyMeta('community-0000000000001', 'replica-0000000000001'));

/** A store whose commits fail with what is listed, one after the other, and then succeed. */
const failing = (...causes: readonly unknown[]) => {
  const left = [...causes];
  const commits: LocalChange[] = [];
  const store: LocalStore = {
    load: () => Promise.resolve(null),
    commit: (asked) => {
      commits.push(asked);
      const cause = left.shift();
      return cause === undefined ? Promise.resolve('committed') : Promise.reject(cause);
    },
  };
  return { store, commits };
};

const done: string[] = [];
const remedies = (more: Partial<Remedies> = {}): Remedies => {
  done.length = 0;
  return {
    makeRoom: async () => {
      done.push('room');
      return true;
    },
    reopen: async () => void done.push('reopen'),
    isCommitted: async () => false,
    ...more,
  };
};

const full = new Dexie.AbortError('aborted', new DOMException('', 'QuotaExceededError'));
const lost = new DOMException('Connection to Indexed Database server lost', 'UnknownError');
const kindOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    return String(await work);
  } catch (cause) {
    return cause instanceof StorageFailure ? cause.kind : 'not a storage failure';
  }
};

describe('a commit that fails', () => {
  it('is tried once more with the room that was held for it', async () => {
    const { store, commits } = failing(full);
    expect(await kindOf(sturdyStore(store, remedies()).commit(change))).toBe('committed');
    expect([done, commits.length]).toEqual([['room'], 2]);
  });

  it('fails when there is no room to give, or still too little', async () => {
    const none = failing(full);
    expect(await kindOf(sturdyStore(none.store, remedies({ makeRoom: async () => false })).commit(change))).toBe(
      'quota',
    );
    expect(none.commits).toHaveLength(1);
    const little = failing(full, full);
    expect(await kindOf(sturdyStore(little.store, remedies()).commit(change))).toBe('quota');
    expect(little.commits).toHaveLength(2);
  });

  it('is tried once more over a new connection', async () => {
    const { store, commits } = failing(lost);
    expect(await kindOf(sturdyStore(store, remedies()).commit(change))).toBe('committed');
    expect([done, commits.length]).toEqual([['reopen'], 2]);
  });

  it('is not written a second time when it had been written after all', async () => {
    const { store, commits } = failing(lost);
    const store2 = sturdyStore(store, remedies({ isCommitted: async () => true }));
    expect(await kindOf(store2.commit(change))).toBe('committed');
    expect(commits).toHaveLength(1);
  });

  it('fails when the connection cannot be had again', async () => {
    const broken = remedies({ reopen: () => Promise.reject(new DOMException('', 'UnknownError')) });
    expect(await kindOf(sturdyStore(failing(lost).store, broken).commit(change))).toBe('closed');
  });

  it('is not tried again for a reason that trying does not mend', async () => {
    const { store, commits } = failing(new Error('the codec is broken'));
    expect(await kindOf(sturdyStore(store, remedies()).commit(change))).toBe('other');
    expect([done, commits.length]).toEqual([[], 1]);
  });
});
