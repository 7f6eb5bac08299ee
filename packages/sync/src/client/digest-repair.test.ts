import type { BucketPage, PullAnswer, WireRow } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { addRow, digestText, emptyDigest, type StoredRow } from '../merge/index.ts';
import { applyChange, emptyMeta, type LocalState } from './local-state.ts';
import { planPull, takePage } from './pull-step.ts';
import { createRowIndex, type RowIndex } from './row-index.ts';

const grid = 'grid:grid_00000000000001';
const other = 'grid:grid_00000000000002';
const local = { now: 5_000, newReplicaId: 'replica_0000000002' };

const stored = (id: string, rev: number, buckets: readonly string[] = [grid]): StoredRow => ({
  table: 'person',
  id,
  rev,
  buckets,
  deleted: false,
  fields: {},
  marks: {},
});

const wire = ({ id, rev }: StoredRow): WireRow => ({ table: 'person', id, rev, op: 'put', fields: {} });

/** What the server says of a bucket, counted from the rows it has. */
const page = (bucket: string, from: number, rows: readonly StoredRow[], sent: readonly StoredRow[]): BucketPage => ({
  bucket,
  from,
  to: 20,
  end: true,
  remaining: 0,
  digest: digestText(rows.reduce(addRow, emptyDigest)),
  rows: sent.map(wire),
});

const answer = (buckets: readonly BucketPage[]): PullAnswer => ({
  version: 1,
  epoch: 'epoch_000000000001',
  top: 20,
  serverNow: 5_000,
  buckets: [...buckets],
  drop: [],
  checkpoint: true,
  safe: 0,
  audit: { seq: 3, hash: 'abc' },
});

const phone = (rows: readonly StoredRow[], have: Record<string, number>) => {
  const index: RowIndex = createRowIndex();
  for (const row of rows) index.put(row);
  let state: LocalState = {
    meta: { ...emptyMeta('town_000000000000001', 'replica_0000000001'), epoch: 'epoch_000000000001', have },
    outbox: [],
    attention: [],
    kept: [],
  };
  return {
    take: (given: PullAnswer): LocalState => {
      const change = takePage(state, index, given, local);
      if (change === null) throw new Error('the page was discarded');
      for (const { table, id } of change.removeRows) index.remove(table, id);
      for (const row of change.putRows) index.put(row);
      state = applyChange(state, change);
      return state;
    },
    ids: () => index.all('person').map((row) => row.id),
    state: () => state,
  };
};

const [a, b] = [stored('person_a', 5), stored('person_b', 6)];

describe('rows that do not add up at a checkpoint', () => {
  it('are forgotten and fetched anew, and the server is told', () => {
    const { take, ids, state } = phone([a], { [grid]: 10 });
    take(answer([page(grid, 10, [a, b], [])]));
    expect([ids(), state().meta.have, state().meta.checkpoint]).toEqual([[], {}, 0]);
    expect(planPull(state()).repaired).toEqual([grid]);
    take(answer([page(grid, 0, [a, b], [a, b])]));
    expect([ids(), state().meta.checkpoint, state().meta.repaired]).toEqual([['person_a', 'person_b'], 20, []]);
    expect(planPull(state())).not.toHaveProperty('repaired');
  });

  it('take a row along that nobody granted, and leave the other buckets where they are', () => {
    const stray = stored('person_stray', 4);
    const kept = stored('person_kept', 7, [other]);
    const { take, ids, state } = phone([stray, kept], { [grid]: 10, [other]: 10 });
    take(answer([page(grid, 10, [], []), page(other, 10, [kept], [])]));
    expect(ids()).toEqual(['person_kept']);
    expect(state().meta.have).toEqual({ [other]: 20 });
  });

  it('take along what the page brought that told of it, for nobody asks again for a row without a cursor', () => {
    const { take, ids } = phone([a], { [grid]: 10 });
    const brought = stored('person_c', 18);
    take(answer([page(grid, 10, [a, b, brought], [brought])]));
    expect(ids()).toEqual([]);
  });

  it('are shown as they came when they differ again straight after, rather than asked for without end', () => {
    const { take, state } = phone([a], { [grid]: 10 });
    take(answer([page(grid, 10, [a, b], [])]));
    take(answer([page(grid, 0, [a, b], [a])]));
    expect([state().meta.checkpoint, state().meta.repaired]).toEqual([20, [grid]]);
  });

  it('are not looked for before the last page', () => {
    const { take, ids } = phone([a], { [grid]: 10 });
    take({ ...answer([{ ...page(grid, 10, [a, b], []), end: false, digest: null }]), checkpoint: false });
    expect(ids()).toEqual(['person_a']);
  });
});

it('remembers the end of the audit and says it with the next pull', () => {
  const { take, state } = phone([a], { [grid]: 10 });
  take(answer([page(grid, 10, [a], [])]));
  expect(planPull(state()).audit).toEqual({ seq: 3, hash: 'abc' });
});
