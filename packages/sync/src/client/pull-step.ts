import { type Instant, isRecordName, type RecordName } from '@lianxin/domain';
import {
  type Bucket,
  type BucketPage,
  type PullAnswer,
  type PullRequest,
  schemaVersion,
  type WireRow,
} from '@lianxin/protocol';
import { digestChanges, digestText, emptyDigest, type StoredRow } from '../merge/index.ts';
import { forgetErased } from './erased-work.ts';
import { keepUntilSafe, safelyBackedUp } from './kept.ts';
import { emptyChange, type LocalChange, type LocalState, type RowKey } from './local-state.ts';
import type { RowView } from './row-index.ts';
import { startOver } from './start-over.ts';

/** Plans the next pull: every cursor travels, with what did not add up and what is remembered of the audit. */
export const planPull = ({ meta }: LocalState): PullRequest => ({
  version: 1,
  schema: schemaVersion,
  communityId: meta.communityId,
  epoch: meta.epoch,
  replicaId: meta.replicaId,
  have: meta.have,
  ...(meta.repaired.length === 0 ? {} : { repaired: [...meta.repaired] }),
  ...(meta.audit === null ? {} : { audit: meta.audit }),
});

/** Is what a phone gives to a step from outside. */
export interface StepLocal {
  readonly now: Instant;
  readonly newReplicaId: string;
}

/**
 * Takes a page: rows and cursors change in one commit. Null when the page does not start where this phone stands, or is older than its checkpoint; it is then
 * discarded whole. At a checkpoint the rows must add up to the server's digests; a bucket that does not is forgotten and fetched anew.
 */
export const takePage = (
  state: LocalState,
  rows: RowView,
  answer: PullAnswer,
  local: StepLocal,
): LocalChange | null => {
  const { meta } = state;
  const change = contactChange(state, answer, local.now);
  if (meta.epoch !== null && answer.epoch !== meta.epoch)
    return startOver(state, change, { epoch: answer.epoch, newReplicaId: local.newReplicaId });
  if (answer.buckets.some((page) => page.from !== (meta.have[page.bucket] ?? 0))) return null;
  if (!isAboutAll(answer, meta.have)) return null;
  if (answer.top < meta.checkpoint) return null;
  const touched = new TouchedRows(rows);
  for (const bucket of answer.drop) touched.dropBucket(bucket);
  for (const page of answer.buckets) touched.takePage(page);
  const have: Record<Bucket, number> = { ...meta.have };
  for (const bucket of answer.drop) delete have[bucket];
  for (const page of answer.buckets) have[page.bucket] = page.to;
  const wrong = answer.checkpoint ? touched.bucketsThatDiffer(answer.buckets) : [];
  // A bucket that differs again straight after it was fetched whole is reported and shown as it came: the server's rows are the truth.
  const repaired = wrong.filter((bucket) => !meta.repaired.includes(bucket));
  for (const bucket of repaired) {
    touched.dropBucket(bucket);
    delete have[bucket];
  }
  const isCheckpoint = answer.checkpoint && repaired.length === 0;
  const settled = isCheckpoint ? settledBy(state, answer) : emptySettling;
  return forgetErased(state, rows, {
    ...change,
    ...touched.result(),
    ...settled,
    meta: {
      ...change.meta,
      epoch: answer.epoch,
      have,
      checkpoint: isCheckpoint ? answer.top : meta.checkpoint,
      lastCheckpointAt: isCheckpoint ? local.now : meta.lastCheckpointAt,
      audit: answer.audit ?? meta.audit,
      repaired: isCheckpoint ? wrong : [...meta.repaired, ...repaired],
    },
  });
};

/** An answer to this phone's newest request says of each of its cursors how it goes on, or that the bucket is to be forgotten; one to an older request may not know of it. */
const isAboutAll = ({ buckets, drop }: PullAnswer, have: Readonly<Record<Bucket, number>>): boolean => {
  const told = new Set([...buckets.map((page) => page.bucket), ...drop]);
  return Object.keys(have).every((bucket) => told.has(bucket));
};

/** Starts a change with what every answer tells: the time, and what is backed up. */
const contactChange = (state: LocalState, answer: PullAnswer, now: Instant): LocalChange => {
  const change = emptyChange(state.meta);
  const isSameHistory = state.meta.epoch === null || state.meta.epoch === answer.epoch;
  return {
    ...change,
    removeKept: isSameHistory ? safelyBackedUp(state, answer.safe) : [],
    meta: { ...change.meta, safe: answer.safe, offsetMs: answer.serverNow - now, lastContactAt: now },
  };
};

const emptySettling: Pick<LocalChange, 'removeOutbox' | 'putKept'> = { removeOutbox: [], putKept: [] };

/** What a checkpoint shows leaves the outbox; it is kept until a backup holds it. */
const settledBy = (state: LocalState, answer: PullAnswer): Pick<LocalChange, 'removeOutbox' | 'putKept'> => {
  const settled = state.outbox.flatMap((entry) =>
    entry.acknowledgedRev !== null && entry.acknowledgedRev <= answer.top
      ? [{ entry, rev: entry.acknowledgedRev }]
      : [],
  );
  return {
    removeOutbox: settled.map(({ entry }) => entry.n),
    putKept: keepUntilSafe(settled, answer.safe),
  };
};

/** Collects what a page does to rows; a row lives as long as it lies in at least one bucket. */
class TouchedRows {
  private readonly rows: RowView;
  private readonly changed = new Map<string, StoredRow>();

  constructor(rows: RowView) {
    this.rows = rows;
  }

  takePage(page: BucketPage): void {
    for (const wire of page.rows) this.takeRow(page.bucket, wire);
  }

  dropBucket(bucket: Bucket): void {
    // Rows that this very page brought go too; nobody would ask for a bucket again that has no cursor.
    const brought = [...this.changed.values()].filter((row) => row.buckets.includes(bucket));
    for (const row of [...this.rows.inBucket(bucket), ...brought]) this.leave(bucket, row);
  }

  result(): { readonly putRows: readonly StoredRow[]; readonly removeRows: readonly RowKey[] } {
    const all = [...this.changed.values()];
    return {
      putRows: all.filter((row) => row.buckets.length > 0),
      removeRows: all.filter((row) => row.buckets.length === 0).map(({ table, id }) => ({ table, id })),
    };
  }

  /** Lists the buckets whose rows do not add up to what the server counted. */
  bucketsThatDiffer(pages: readonly BucketPage[]): readonly Bucket[] {
    const digests = new Map(pages.map((page) => [page.bucket, this.rows.digest(page.bucket)]));
    for (const after of this.changed.values()) {
      for (const { bucket, change } of digestChanges(this.rows.row(after.table, after.id), after)) {
        const digest = digests.get(bucket);
        if (digest !== undefined) digests.set(bucket, change(digest));
      }
    }
    return pages.flatMap(({ bucket, digest }) =>
      digest === null || digest === digestText(digests.get(bucket) ?? emptyDigest) ? [] : [bucket],
    );
  }

  private takeRow(bucket: Bucket, wire: WireRow): void {
    if (!isRecordName(wire.table)) return;
    const local = this.find(wire.table, wire.id);
    if (wire.op === 'out') {
      if (local !== undefined) this.leave(bucket, local);
    } else if (wire.op === 'deleted') {
      if (local !== undefined) this.keep({ ...local, buckets: [] });
    } else {
      const buckets = [...new Set([...(local?.buckets ?? []), bucket])];
      if (local !== undefined && wire.rev < local.rev) this.keep({ ...local, buckets });
      else this.keep(imageOf(wire.table, wire, buckets));
    }
  }

  /** The row may have left another bucket on this very page, so its newest buckets count and not the stored ones. */
  private leave(bucket: Bucket, row: StoredRow): void {
    const current = this.find(row.table, row.id) ?? row;
    this.keep({ ...current, buckets: current.buckets.filter((name) => name !== bucket) });
  }

  private find(table: StoredRow['table'], id: string): StoredRow | undefined {
    return this.changed.get(`${table}/${id}`) ?? this.rows.row(table, id);
  }

  private keep(row: StoredRow): void {
    this.changed.set(`${row.table}/${row.id}`, row);
  }
}

const imageOf = (table: RecordName, { id, rev, fields }: WireRow, buckets: readonly Bucket[]): StoredRow => ({
  table,
  id,
  rev,
  buckets,
  deleted: false,
  fields: fields ?? {},
  marks: {},
});
