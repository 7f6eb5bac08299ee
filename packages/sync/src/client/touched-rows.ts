import { isRecordName, type RecordName } from '@lianxin/domain';
import type { Bucket, BucketPage, WireRow } from '@lianxin/protocol';
import { digestChanges, digestText, emptyDigest, type StoredRow } from '../merge/index.ts';
import type { RowKey } from './local-state.ts';
import type { RowView } from './row-index.ts';

/** Collects what a page does to rows; a row lives as long as it lies in at least one bucket. */
export class TouchedRows {
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

  takeRow(bucket: Bucket, wire: WireRow): void {
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
