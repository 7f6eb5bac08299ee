import { type Instant, isRecordName, type RecordName } from '@lianxin/domain';
import {
  type Bucket,
  type BucketPage,
  type PullAnswer,
  type PullRequest,
  schemaVersion,
  type WireRow,
} from '@lianxin/protocol';
import type { StoredRow } from '../merge/index.ts';
import { emptyChange, type LocalChange, type LocalState, type RowKey } from './local-state.ts';
import type { RowView } from './row-index.ts';

/** Plans the next pull: every cursor travels. */
export const planPull = ({ meta }: LocalState): PullRequest => ({
  version: 1,
  schema: schemaVersion,
  communityId: meta.communityId,
  epoch: meta.epoch,
  replicaId: meta.replicaId,
  have: meta.have,
});

/** Takes a page: rows and cursors change in one commit. Null when the page does not start where this phone stands, or is older than its checkpoint; it is then discarded whole. */
export const takePage = (state: LocalState, rows: RowView, answer: PullAnswer, now: Instant): LocalChange | null => {
  const { meta } = state;
  if (meta.epoch !== null && answer.epoch !== meta.epoch) return restartAt(state, answer, now);
  if (answer.buckets.some((page) => page.from !== (meta.have[page.bucket] ?? 0))) return null;
  if (answer.top < meta.checkpoint) return null;
  const touched = new TouchedRows(rows);
  for (const bucket of answer.drop) touched.dropBucket(bucket);
  for (const page of answer.buckets) touched.takePage(page);
  const have: Record<Bucket, number> = { ...meta.have };
  for (const bucket of answer.drop) delete have[bucket];
  for (const page of answer.buckets) have[page.bucket] = page.to;
  const checkpoint = answer.checkpoint ? answer.top : meta.checkpoint;
  const settled = state.outbox.filter((entry) => entry.acknowledgedRev !== null && entry.acknowledgedRev <= checkpoint);
  const change = emptyChange(meta);
  return {
    ...change,
    ...touched.result(),
    removeOutbox: settled.map((entry) => entry.n),
    meta: {
      ...change.meta,
      epoch: answer.epoch,
      have,
      checkpoint,
      safe: answer.safe,
      offsetMs: answer.serverNow - now,
      lastContactAt: now,
      lastCheckpointAt: answer.checkpoint ? now : meta.lastCheckpointAt,
    },
  };
};

/** Another epoch: the cursors of the old history mean nothing, so the next pull starts from none. What was acknowledged but not yet seen is offered again. */
const restartAt = (state: LocalState, answer: PullAnswer, now: Instant): LocalChange => {
  const change = emptyChange(state.meta);
  return {
    ...change,
    meta: { ...change.meta, epoch: answer.epoch, have: {}, checkpoint: 0, lastContactAt: now },
    putOutbox: state.outbox.map((entry) => ({ ...entry, acknowledgedRev: null })),
    clearRows: true,
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
    for (const row of this.rows.inBucket(bucket)) this.leave(bucket, row);
  }

  result(): { readonly putRows: readonly StoredRow[]; readonly removeRows: readonly RowKey[] } {
    const all = [...this.changed.values()];
    return {
      putRows: all.filter((row) => row.buckets.length > 0),
      removeRows: all.filter((row) => row.buckets.length === 0).map(({ table, id }) => ({ table, id })),
    };
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
