import type {
  AttentionEntry,
  KeptEntry,
  LocalChange,
  LocalState,
  LocalStore,
  OutboxEntry,
  SyncMeta,
} from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';

/** Is what lies durably on one phone. */
interface Disk {
  meta: SyncMeta | null;
  rows: Map<string, StoredRow>;
  outbox: Map<number, OutboxEntry>;
  attention: Map<string, AttentionEntry>;
  kept: Map<string, KeptEntry>;
}

/** Is everything that a phone's store holds. */
export type StoredState = LocalState & { readonly rows: readonly StoredRow[] };

/** Is a phone's store in memory that can die around a commit, be copied as a phone clone copies it, and go back to such a copy. */
export interface MemoryStore extends LocalStore {
  /** Does what `load` does, at once. */
  readonly loadNow: () => StoredState | null;
  /** Does what `commit` does, at once. */
  readonly commitNow: (change: LocalChange) => 'committed' | 'stale';
  /** Tells the version of what lies here; it grows with every commit. */
  readonly version: () => number;
  /** Makes the next commit fail: `before` nothing is written, `after` everything is written but nobody is told. */
  readonly failNextCommit: (when: 'before' | 'after') => void;
  readonly clone: () => MemoryStore;
  /** Puts a copy of everything aside. */
  readonly copyAside: () => void;
  /** Goes back to the copy; says whether there is one. */
  readonly rollBack: () => boolean;
  /** Loses a row; the pick wraps around. Never a need: who voids a visit whose need was lost takes back what they cannot see, and no rule could help that. */
  readonly loseRow: (pick: number) => void;
}

/** Says that a phone died around a commit, as a test wanted. */
export class PhoneDied extends Error {
  constructor(when: 'before' | 'after') {
    super(`the phone died ${when} the commit`);
  }
}

/** Creates an empty store. One store holds one community, as the tests need no more. */
export const createMemoryStore = (): MemoryStore =>
  openDisk({ meta: null, rows: new Map(), outbox: new Map(), attention: new Map(), kept: new Map() });

const openDisk = (start: Disk): MemoryStore => {
  let disk = start;
  let aside: Disk | null = null;
  let failure: 'before' | 'after' | null = null;
  const commitNow = (change: LocalChange): 'committed' | 'stale' => {
    const failsNow = failure;
    failure = null;
    if (failsNow === 'before') throw new PhoneDied('before');
    if ((disk.meta?.version ?? 0) !== change.meta.version - 1) return 'stale';
    writeChange(disk, change);
    if (failsNow === 'after') throw new PhoneDied('after');
    return 'committed';
  };
  return {
    load: async () => stateOf(disk),
    commit: async (change) => commitNow(change),
    loadNow: () => stateOf(disk),
    commitNow,
    version: () => disk.meta?.version ?? 0,
    failNextCommit: (when) => {
      failure = when;
    },
    clone: () => openDisk(copyDisk(disk)),
    copyAside: () => {
      aside = copyDisk(disk);
    },
    rollBack: () => {
      if (aside === null) return false;
      disk = copyDisk(aside);
      return true;
    },
    loseRow: (pick) => {
      const keys = [...disk.rows.keys()].filter((key) => !key.startsWith('need/'));
      disk.rows.delete(keys[pick % Math.max(1, keys.length)] ?? '');
    },
  };
};

const stateOf = (disk: Disk): StoredState | null => {
  if (disk.meta === null) return null;
  const outbox = [...disk.outbox.values()].sort((a, b) => a.n - b.n);
  const [attention, kept] = [[...disk.attention.values()], [...disk.kept.values()]];
  return { meta: disk.meta, outbox, attention, kept, rows: [...disk.rows.values()] };
};

const copyDisk = (disk: Disk): Disk => ({
  meta: disk.meta,
  rows: new Map(disk.rows),
  outbox: new Map(disk.outbox),
  attention: new Map(disk.attention),
  kept: new Map(disk.kept),
});

const writeChange = (disk: Disk, change: LocalChange): void => {
  if (change.clearRows) disk.rows.clear();
  for (const row of change.removeRows) disk.rows.delete(`${row.table}/${row.id}`);
  for (const row of change.putRows) disk.rows.set(`${row.table}/${row.id}`, row);
  for (const n of change.removeOutbox) disk.outbox.delete(n);
  for (const entry of change.putOutbox) disk.outbox.set(entry.n, entry);
  for (const id of change.removeAttention) disk.attention.delete(id);
  for (const entry of change.putAttention) disk.attention.set(entry.id, entry);
  for (const id of change.removeKept) disk.kept.delete(id);
  for (const entry of change.putKept) disk.kept.set(entry.id, entry);
  disk.meta = change.meta;
};
