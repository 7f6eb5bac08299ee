import { type BucketPage, type PullAnswer, type SegmentNote, toSegment, type WireRow } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { addRow, digestText, emptyDigest } from '../merge/index.ts';
import { applyChange, emptyMeta, type LocalChange, type LocalState } from './local-state.ts';
import { planPull, takePage } from './pull-step.ts';
import { afterPull, afterSegments, freshRound, nextRequest } from './round-step.ts';
import { createRowIndex, type RowIndex } from './row-index.ts';
import { takeSegments } from './take-segments.ts';

const grid = 'grid:grid_00000000000001';
const communityId = 'town_000000000000001';
const epoch = 'epoch_000000000001';
const local = { now: 6_000, newReplicaId: 'replica_0000000002' };
const [hashA, hashB] = ['a'.repeat(64), 'b'.repeat(64)];
const note = (hash: string): SegmentNote => ({ hash, bytes: 100, rows: 1 });

const visit = (id: string, rev: number): WireRow => ({
  ...{ table: 'visit', id: `visit_${id}0000000000001`, rev, op: 'put' },
  fields: { outcome: 'met', note: `第${rev}版` },
});
const rows = [visit('a', 3), visit('b', 4), visit('c', 9)] as const;
const digest = digestText(rows.reduce(addRow, emptyDigest));
const segmentOf = (row: WireRow) => toSegment(grid, 'visit', [row]);

const answer = (bucket: Partial<BucketPage>, more: Partial<PullAnswer> = {}): PullAnswer => ({
  ...{ version: 1, epoch, top: 9, serverNow: 6_000, drop: [], checkpoint: true, safe: 0, audit: null },
  buckets: [{ bucket: grid, from: 0, to: 9, end: true, remaining: 0, digest, rows: [rows[2]], ...bucket }],
  ...more,
});

/** A phone that has begun and waits for two segments. */
const waiting = () => {
  const index = createRowIndex();
  const meta = emptyMeta(communityId, 'replica_0000000001');
  const begun = { meta, outbox: [], attention: [], kept: [] };
  return take({ state: begun, index }, takePage(begun, index, answer({ segments: [note(hashA), note(hashB)] }), local));
};

const take = ({ index, state }: { state: LocalState; index: RowIndex }, change: LocalChange | null) => {
  if (change === null) throw new Error('nothing was taken');
  for (const row of change.removeRows) index.remove(row.table, row.id);
  for (const row of change.putRows) index.put(row);
  return { index, state: applyChange(state, change) };
};

describe('a phone that waits for segments', () => {
  it('can be worked with, and is at no checkpoint before all are here', () => {
    let phone = waiting();
    expect(phone.state.meta).toMatchObject({ checkpoint: 0, lastCheckpointAt: null, usableAt: 6_000, repaired: [] });
    expect(planPull(phone.state).segments).toEqual({ [grid]: [hashA, hashB] });
    phone = take(
      phone,
      takeSegments(phone.state, phone.index, { found: [{ hash: hashA, segment: segmentOf(rows[0]) }] }),
    );
    const none = answer({ from: 9, rows: [] });
    expect(takePage(phone.state, phone.index, none, local)?.meta).toMatchObject({ checkpoint: 0 });
    phone = take(
      phone,
      takeSegments(phone.state, phone.index, { found: [{ hash: hashB, segment: segmentOf(rows[1]) }] }),
    );
    expect(takePage(phone.state, phone.index, none, local)?.meta).toMatchObject({
      checkpoint: 9,
      repaired: [],
      segments: {},
    });
    expect(
      phone.index
        .all('visit')
        .map(({ rev }) => rev)
        .sort(),
    ).toEqual([3, 4, 9]);
  });

  it('takes nothing that it does not wait for, whatever it is called', () => {
    const { state, index } = waiting();
    const damaged = { hash: 'c'.repeat(64), segment: segmentOf(rows[0]) };
    const foreign = { hash: hashA, segment: { ...segmentOf(rows[0]), bucket: 'grid:grid_00000000000002' } };
    expect(takeSegments(state, index, { found: [damaged, foreign] })).toBeNull();
  });

  it('keeps a row that is here and newer', () => {
    const { state, index } = waiting();
    index.put({
      ...{ table: 'visit', id: rows[0].id, rev: 8, buckets: [grid], deleted: false },
      fields: {},
      marks: {},
    });
    const change = takeSegments(state, index, { found: [{ hash: hashA, segment: segmentOf(rows[0]) }] });
    expect(change?.putRows).toMatchObject([{ id: rows[0].id, rev: 8 }]);
  });

  it('asks for a bucket again whose segment was given up, keeps its rows and waits for nothing old', () => {
    const phone = waiting();
    const told = takePage(
      phone.state,
      phone.index,
      { ...answer({}), buckets: [], again: [grid], checkpoint: false },
      local,
    );
    expect(told).toMatchObject({ removeRows: [], meta: { have: { [grid]: 0 }, segments: {} } });
  });

  it('waits for nothing of a bucket that it loses', () => {
    const phone = waiting();
    const told = takePage(phone.state, phone.index, { ...answer({}), buckets: [], drop: [grid] }, local);
    expect(told?.meta).toMatchObject({ have: {}, segments: {} });
    expect(told?.removeRows).toHaveLength(1);
  });
});

describe('a round', () => {
  it('fetches segments after the last page, and leaves them for later when they do not come', () => {
    const { state } = waiting();
    const change = { meta: state.meta, putRows: [] } as unknown as LocalChange;
    let progress = afterPull({ ...freshRound, phase: 'pull' }, answer({}), change);
    expect(nextRequest(state, progress)).toMatchObject({ type: 'segments', request: { hashes: [hashA, hashB] } });
    progress = afterSegments(progress, { found: [] }, null);
    // The next page tells whether they were given up.
    expect(nextRequest(state, progress)).toMatchObject({ type: 'pull' });
    progress = afterSegments(afterSegments(progress, { found: [] }, null), { found: [] }, null);
    expect(nextRequest(state, progress)).toEqual({ type: 'done', result: 'busy' });
  });

  it('speaks to a server of an older day as that one understands it', () => {
    const { state } = waiting();
    const plain = afterPull(freshRound, { type: 'refusal', reason: 'malformed' }, null);
    const asked = nextRequest(state, plain);
    expect(asked.type === 'pull' && 'segments' in asked.request).toBe(false);
    expect(afterPull(plain, { type: 'refusal', reason: 'malformed' }, null).result).toBe('malformed');
  });
});
