import type { AttentionEntry, KeptEntry, LocalChange, LocalStore, OutboxEntry, SyncMeta } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';

/** Is what lies durably on one phone. */
interface Disk {
  meta: SyncMeta | null;
  rows: Map<string, StoredRow>;
  outbox: Map<number, OutboxEntry>;
  attention: Map<string, AttentionEntry>;
  kept: Map<string, KeptEntry>;
}

/** Is a phone's store in memory that can die around a commit, and be copied as a phone clone copies it. */
export interface MemoryStore extends LocalStore {
  /** Makes the next commit fail: `before` nothing is written, `after` everything is written but nobody is told. */
  readonly failNextCommit: (when: 'before' | 'after') => void;
  readonly clone: () => MemoryStore;
  /** Lists the ids of all mutations that were ever committed here. */
  readonly savedIds: () => readonly string[];
}

/** Creates an empty store. One store holds one community, as the tests need no more. */
export const createMemoryStore = (): MemoryStore =>
  openDisk({ meta: null, rows: new Map(), outbox: new Map(), attention: new Map(), kept: new Map() });

const openDisk = (disk: Disk): MemoryStore => {
  let failure: 'before' | 'after' | null = null;
  const saved = new Set<string>();
  return {
    load: async () => {
      if (disk.meta === null) return null;
      const outbox = [...disk.outbox.values()].sort((a, b) => a.n - b.n);
      const [attention, kept] = [[...disk.attention.values()], [...disk.kept.values()]];
      return { meta: disk.meta, outbox, attention, kept, rows: [...disk.rows.values()] };
    },
    commit: async (change) => {
      const failsNow = failure;
      failure = null;
      if (failsNow === 'before') throw new Error('the phone died before the commit');
      if ((disk.meta?.version ?? 0) !== change.meta.version - 1) return 'stale';
      writeChange(disk, change);
      for (const entry of change.putOutbox) saved.add(entry.id);
      if (failsNow === 'after') throw new Error('the phone died after the commit');
      return 'committed';
    },
    failNextCommit: (when) => {
      failure = when;
    },
    clone: () =>
      openDisk({
        meta: disk.meta,
        rows: new Map(disk.rows),
        outbox: new Map(disk.outbox),
        attention: new Map(disk.attention),
        kept: new Map(disk.kept),
      }),
    savedIds: () => [...saved],
  };
};

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
