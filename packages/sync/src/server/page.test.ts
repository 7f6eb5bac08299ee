import type { BucketPage, PullAnswer, WireRow } from '@lianxin/protocol';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, createRowIndex, emptyMeta, type LocalState, takePage } from '../client/index.ts';
import { addRow, digestText, emptyDigest } from '../merge/index.ts';
import type { FeedEntry } from './feed.ts';
import { type BucketTail, cutPage } from './page.ts';

const toRow = (entry: FeedEntry): WireRow => ({
  table: entry.table,
  id: entry.rowId,
  rev: entry.rev,
  op: entry.op,
  fields: entry.op === 'put' ? { name: `${entry.rowId}@${entry.rev}` } : null,
});
const limitsOf = (rows: number, bytes = 1_000_000) => ({ rows, bytes, bytesOf: () => 100 });

const entry = (bucket: string, rev: number, rowId: string, op: FeedEntry['op'] = 'put'): FeedEntry => ({
  bucket,
  table: 'person',
  rowId,
  rev,
  op,
});
const tail = (bucket: string, revs: readonly number[], from = 0): BucketTail => {
  const entries = revs.map((rev, index) => entry(bucket, rev, `${bucket}${index}`));
  return { bucket, from, entries, total: entries.length, digest: '0' };
};
const shape = (pages: readonly BucketPage[]) =>
  pages.map((page) => [page.bucket, page.to, page.end, page.rows.length, page.remaining]);

describe('cutting a page', () => {
  it('sends everything to the top when it fits', () => {
    expect(shape(cutPage([tail('a', [1, 2]), tail('b', [3])], { top: 9, limits: limitsOf(10), toRow }))).toEqual([
      ['a', 9, true, 2, 0],
      ['b', 9, true, 1, 0],
    ]);
  });

  it('stops after the last whole rev that fits and says how much is left', () => {
    expect(shape(cutPage([tail('a', [1, 2, 3, 4])], { top: 9, limits: limitsOf(3), toRow }))).toEqual([
      ['a', 3, false, 3, 1],
    ]);
  });

  it('never splits a rev', () => {
    expect(shape(cutPage([tail('a', [1, 2, 2, 2, 5])], { top: 9, limits: limitsOf(3), toRow }))).toEqual([
      ['a', 1, false, 1, 4],
    ]);
  });

  it('sends a rev that is larger than a page whole rather than never', () => {
    expect(shape(cutPage([tail('a', [2, 2, 2, 2, 5])], { top: 9, limits: limitsOf(3), toRow }))).toEqual([
      ['a', 2, false, 4, 1],
    ]);
    expect(shape(cutPage([tail('a', [2, 3])], { top: 9, limits: limitsOf(100, 50), toRow }))).toEqual([
      ['a', 2, false, 1, 1],
    ]);
  });

  it('stops by bytes as it stops by rows', () => {
    expect(shape(cutPage([tail('a', [1, 2, 3])], { top: 9, limits: limitsOf(100, 250), toRow }))).toEqual([
      ['a', 2, false, 2, 1],
    ]);
  });

  it('leaves the cursors of later buckets where they are when the page is full', () => {
    expect(
      shape(cutPage([tail('a', [1, 2, 3], 0), tail('b', [4], 2)], { top: 9, limits: limitsOf(2), toRow })),
    ).toEqual([
      ['a', 2, false, 2, 1],
      ['b', 2, false, 0, 1],
    ]);
  });

  it('brings an empty bucket to the top even behind a full one', () => {
    expect(shape(cutPage([tail('a', [1, 2, 3]), tail('b', [], 4)], { top: 9, limits: limitsOf(2), toRow }))).toEqual([
      ['a', 2, false, 2, 1],
      ['b', 9, true, 0, 0],
    ]);
  });

  it('is not at its end when the reader fetched less than there is', () => {
    const some = { ...tail('a', [1, 2]), total: 5 };
    expect(shape(cutPage([some], { top: 9, limits: limitsOf(10), toRow }))).toEqual([['a', 2, false, 2, 3]]);
  });
});

interface Server {
  top: number;
  readonly feed: Map<string, FeedEntry>;
}

const write = (
  server: Server,
  change: { readonly rows: readonly number[]; readonly to: readonly number[]; readonly dies: boolean },
): void => {
  server.top += 1;
  for (const row of change.rows) {
    const id = `person_00000000000${row}`;
    const isIn = (bucket: number) => server.feed.get(`${bucket}/${id}`)?.op === 'put';
    for (const bucket of [0, 1, 2]) {
      const stays = change.to.includes(bucket);
      if (!stays && !isIn(bucket)) continue;
      const op = stays ? (change.dies ? 'deleted' : 'put') : 'out';
      server.feed.set(`${bucket}/${id}`, entry(`grid:${bucket}`, server.top, id, op));
    }
  }
};

const entriesOf = (server: Server, bucket: string): readonly FeedEntry[] =>
  [...server.feed.values()].filter((line) => line.bucket === bucket);

const pullOnce = (server: Server, state: LocalState, rows: number): PullAnswer => {
  const tails = ['grid:0', 'grid:1', 'grid:2'].map((bucket): BucketTail => {
    const from = state.meta.have[bucket] ?? 0;
    const entries = entriesOf(server, bucket)
      .filter((line) => line.rev > from)
      .sort((a, b) => a.rev - b.rev);
    const live = entriesOf(server, bucket).filter((line) => line.op === 'put');
    const digest = digestText(live.reduce((sum, line) => addRow(sum, { ...line, id: line.rowId }), emptyDigest));
    return { bucket, from, entries, total: entries.length, digest };
  });
  const buckets = [...cutPage(tails, { top: server.top, limits: limitsOf(rows), toRow })];
  return {
    version: 1,
    epoch: 'e',
    top: server.top,
    serverNow: 0,
    buckets,
    drop: [],
    checkpoint: buckets.every((page) => page.end),
    safe: 0,
    audit: null,
  };
};

/** Pulls pages of a size while the server goes on writing, then until a checkpoint; gives what the phone holds. */
const pullAll = (changes: readonly Parameters<typeof write>[1][], rows: number, pullsBetween: number) => {
  const server: Server = { top: 0, feed: new Map() };
  const index = createRowIndex();
  let state: LocalState = { meta: { ...emptyMeta('c', 'r'), epoch: 'e' }, outbox: [], attention: [], kept: [] };
  const step = (): boolean => {
    const answer = pullOnce(server, state, rows);
    const change = takePage(state, index, answer, { now: 0, newReplicaId: 'r2' });
    if (change === null) throw new Error('a fresh page was discarded');
    for (const row of change.removeRows) index.remove(row.table, row.id);
    for (const row of change.putRows) index.put(row);
    state = applyChange(state, change);
    return answer.checkpoint;
  };
  for (const change of changes) {
    write(server, change);
    for (let count = 0; count < pullsBetween; count += 1) step();
  }
  for (let count = 0; !step(); count += 1) if (count > 1_000) throw new Error('no checkpoint');
  return [...index.all('person')]
    .map((row) => ({ ...row, buckets: [...row.buckets].sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

describe('what a phone holds at a checkpoint', () => {
  it('does not depend on where pages were cut nor on what was written between them', () => {
    const buckets = fc.subarray([0, 1, 2]);
    const change = fc.record({
      rows: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
      to: buckets,
      dies: fc.constant(false),
    });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(2),
        (changes, rows, pullsBetween) => {
          expect(pullAll(changes, rows, pullsBetween)).toEqual(pullAll(changes, 1_000, 0));
        },
      ),
    );
  });
});
