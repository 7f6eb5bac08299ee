import type { Instant } from '@lianxin/domain';
import type { AuditHead, Bucket, OutcomeReason, SegmentNote } from '@lianxin/protocol';
import type { StoredRow } from '../merge/index.ts';

/** Is what a replica knows about its own place in the protocol. A replica is one browser profile, one account, one community. */
export interface SyncMeta {
  readonly communityId: string;
  readonly replicaId: string;
  /** The number the next mutation takes; contiguous per replica, from 1. */
  readonly nextN: number;
  readonly epoch: string | null;
  readonly have: Readonly<Record<Bucket, number>>;
  /** The rev up to which this phone is known to hold everything it is granted. */
  readonly checkpoint: number;
  /** Everything at or below is in a verified backup of the server. */
  readonly safe: number;
  /** Server clock minus phone clock, in milliseconds, as last measured. */
  readonly offsetMs: number;
  readonly lastContactAt: Instant | null;
  readonly lastCheckpointAt: Instant | null;
  /** The end of the server's audit as last told: this phone is its witness. */
  readonly audit: AuditHead | null;
  /** The buckets that did not add up at the last checkpoint and were fetched anew. */
  readonly repaired: readonly Bucket[];
  /** The segments of older visits that were told with a bucket's first rows and are not here yet. There is no checkpoint before all of them are. */
  readonly segments: Readonly<Record<Bucket, readonly SegmentNote[]>>;
  /** When the first grid was here with everything but its older visits, so that somebody could begin to work. */
  readonly usableAt: Instant | null;
  /** Grows with every commit, so that a stale tab notices before it writes. */
  readonly version: number;
}

/** Is a mutation as it was saved, whatever became of it. */
interface SavedMutation {
  readonly communityId: string;
  /** Its place among everything saved on this phone; unlike `n` it is never given anew. */
  readonly order: number;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly at: Instant;
  readonly offsetMs: number;
  readonly args: unknown;
}

/** Is one saved mutation that stays until a checkpoint proves that its effect has come back. */
export interface OutboxEntry extends SavedMutation {
  readonly n: number;
  /** The rev the server gave it; null while it is not acknowledged. */
  readonly acknowledgedRev: number | null;
}

/** Is a mutation that the server has acknowledged and that no backup of the server holds yet: should the server lose it, this phone offers it again. */
export interface KeptEntry extends SavedMutation {
  readonly rev: number;
}

/** Is a held or refused mutation, or one that went to another worker; kept until a person dismisses it. */
export interface AttentionEntry {
  readonly id: string;
  readonly communityId: string;
  readonly name: string;
  readonly version: number;
  readonly at: Instant;
  readonly args: unknown;
  readonly outcome: 'held' | 'refused' | 'handedOver';
  readonly reason: OutcomeReason | null;
  readonly field: string | null;
}

/** Is everything a phone keeps for one community. */
export interface LocalState {
  readonly meta: SyncMeta;
  readonly outbox: readonly OutboxEntry[];
  readonly attention: readonly AttentionEntry[];
  readonly kept: readonly KeptEntry[];
}

/** Names a row. */
export interface RowKey {
  readonly table: StoredRow['table'];
  readonly id: string;
}

/** Is one atomic change of a phone's store. The store refuses it as stale when `meta.version` is not exactly one above what it holds. */
export interface LocalChange {
  readonly meta: SyncMeta;
  readonly putOutbox: readonly OutboxEntry[];
  readonly removeOutbox: readonly number[];
  readonly putAttention: readonly AttentionEntry[];
  readonly removeAttention: readonly string[];
  readonly putKept: readonly KeptEntry[];
  readonly removeKept: readonly string[];
  readonly putRows: readonly StoredRow[];
  readonly removeRows: readonly RowKey[];
  /** Whether every row is dropped first, as after an epoch change. */
  readonly clearRows: boolean;
}

/** Keeps one account's records durably on the phone: seals rows, commits changes in one strict transaction. */
export interface LocalStore {
  /** Reads everything of a community; null when this phone has never held it. */
  readonly load: (communityId: string) => Promise<(LocalState & { readonly rows: readonly StoredRow[] }) | null>;
  /** Commits durably before it resolves; `stale` when another tab was faster and nothing was written. Throws when storage fails. */
  readonly commit: (change: LocalChange) => Promise<'committed' | 'stale'>;
}

/** Starts a replica that has never spoken to the server. */
export const emptyMeta = (communityId: string, replicaId: string): SyncMeta => ({
  communityId,
  replicaId,
  nextN: 1,
  epoch: null,
  have: {},
  checkpoint: 0,
  safe: 0,
  offsetMs: 0,
  lastContactAt: null,
  lastCheckpointAt: null,
  audit: null,
  repaired: [],
  segments: {},
  usableAt: null,
  version: 0,
});

/** Starts a change that only moves the version on. */
export const emptyChange = (meta: SyncMeta): LocalChange => ({
  meta: { ...meta, version: meta.version + 1 },
  putOutbox: [],
  removeOutbox: [],
  putAttention: [],
  removeAttention: [],
  putKept: [],
  removeKept: [],
  putRows: [],
  removeRows: [],
  clearRows: false,
});

/** Applies a change to the state in memory, after the store has committed it. */
export const applyChange = (state: LocalState, change: LocalChange): LocalState => {
  const removed = new Set(change.removeOutbox);
  const kept = state.outbox.filter(
    (entry) => !removed.has(entry.n) && !change.putOutbox.some((put) => put.n === entry.n),
  );
  return {
    meta: change.meta,
    outbox: [...kept, ...change.putOutbox].sort((a, b) => a.n - b.n),
    attention: replaceById(state.attention, change.removeAttention, change.putAttention),
    kept: replaceById(state.kept, change.removeKept, change.putKept),
  };
};

const replaceById = <T extends { readonly id: string }>(
  entries: readonly T[],
  removed: readonly string[],
  put: readonly T[],
): readonly T[] => {
  if (removed.length + put.length === 0) return entries;
  const gone = new Set([...removed, ...put.map((entry) => entry.id)]);
  return [...entries.filter((entry) => !gone.has(entry.id)), ...put];
};
