import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRow, type Digest, digestChanges, digestText, emptyDigest, removeRow } from './digest.ts';
import type { StoredRow } from './row.ts';

const row = (id: string, rev: number, more: Partial<StoredRow> = {}): StoredRow => ({
  table: 'visit',
  id,
  rev,
  buckets: ['grid:a'],
  deleted: false,
  fields: {},
  marks: {},
  ...more,
});

const arbitraryRow = fc.record({
  id: fc.integer({ min: 0, max: 9 }).map((n) => `row_${n}`),
  rev: fc.nat(1_000),
  buckets: fc.subarray(['grid:a', 'grid:b', 'user:c']),
  deleted: fc.boolean(),
});

describe('a digest', () => {
  it('says the same for the same rows in any order and another thing for another rev', () => {
    const [a, b] = [row('row_1', 1), row('row_2', 2)];
    expect(addRow(addRow(emptyDigest, a), b)).toEqual(addRow(addRow(emptyDigest, b), a));
    expect(digestText(addRow(emptyDigest, a))).not.toBe(digestText(addRow(emptyDigest, row('row_1', 2))));
    expect(removeRow(addRow(emptyDigest, a), a)).toEqual(emptyDigest);
    expect(digestText(emptyDigest)).toBe('0000000000000000');
  });

  it('kept as rows come and go equals the one counted afresh', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRow, { maxLength: 60 }), (writes) => {
        const rows = new Map<string, StoredRow>();
        const kept = new Map<string, Digest>();
        for (const write of writes) {
          const after = row(write.id, write.rev, write);
          for (const { bucket, change } of digestChanges(rows.get(write.id), after))
            kept.set(bucket, change(kept.get(bucket) ?? emptyDigest));
          rows.set(write.id, after);
        }
        for (const [bucket, digest] of kept) {
          const live = [...rows.values()].filter((one) => !one.deleted && one.buckets.includes(bucket));
          expect(digest).toEqual(live.reduce(addRow, emptyDigest));
        }
      }),
    );
  });
});
