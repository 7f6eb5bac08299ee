import type { BucketPage, PullAnswer, WireRow } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import type { StoredRow } from '../merge/index.ts';
import { emptyMeta, type LocalState, type OutboxEntry } from './local-state.ts';
import { planPull, takePage } from './pull-step.ts';
import { createRowIndex } from './row-index.ts';

const grid = 'grid:grid_00000000000001';
const otherGrid = 'grid:grid_00000000000002';
const user = 'user:user_00000000000001';
const communityId = 'town_000000000000001';
const epoch = 'epoch_000000000001';
const personId = 'person_0000000001';

const local = { now: 6_000, newReplicaId: 'replica_0000000002' };

const stateOf = (
  have: Record<string, number>,
  more: Partial<LocalState['meta']> = {},
  outbox: readonly OutboxEntry[] = [],
): LocalState => ({
  meta: { ...emptyMeta(communityId, 'replica_0000000001'), epoch, have, ...more },
  outbox,
  attention: [],
  kept: [],
});

const rowsOf = (...rows: readonly StoredRow[]) => {
  const index = createRowIndex();
  for (const row of rows) index.put(row);
  return index;
};

const stored = (buckets: readonly string[], rev = 5, id = personId): StoredRow => ({
  table: 'person',
  id,
  rev,
  buckets,
  deleted: false,
  fields: { name: '王建国' },
  marks: {},
});

const wire = (rev: number, op: WireRow['op'] = 'put', more: Partial<WireRow> = {}): WireRow => ({
  table: 'person',
  id: personId,
  rev,
  op,
  fields: op === 'put' ? { name: '王建国' } : null,
  ...more,
});

const page = (bucket: string, from: number, rows: readonly WireRow[], more: Partial<BucketPage> = {}): BucketPage => ({
  bucket,
  from,
  to: 10,
  end: true,
  remaining: 0,
  digest: null,
  rows: [...rows],
  ...more,
});

const answer = (buckets: readonly BucketPage[], more: Partial<PullAnswer> = {}): PullAnswer => ({
  version: 1,
  epoch,
  top: 10,
  serverNow: 7_000,
  buckets: [...buckets],
  drop: [],
  checkpoint: buckets.every((item) => item.end),
  safe: 3,
  audit: null,
  ...more,
});

const outboxEntry = (n: number, acknowledgedRev: number | null): OutboxEntry => ({
  communityId,
  n,
  order: n,
  id: `mutation_000000000${n}`,
  name: 'need.raise',
  version: 1,
  at: 1,
  offsetMs: 0,
  args: {},
  acknowledgedRev,
});

describe('planning a pull', () => {
  it('sends every cursor, so that the server remembers nothing', () => {
    expect(planPull(stateOf({ [grid]: 4, [user]: 9 }))).toMatchObject({
      communityId,
      epoch,
      have: { [grid]: 4, [user]: 9 },
    });
  });
});

describe('taking a page', () => {
  it('moves rows and cursors in one change', () => {
    const change = takePage(stateOf({}), rowsOf(), answer([page(grid, 0, [wire(7)])]), local);
    expect(change?.putRows).toEqual([{ ...stored([grid], 7) }]);
    expect(change?.meta).toMatchObject({
      have: { [grid]: 10 },
      checkpoint: 10,
      offsetMs: 1_000,
      lastContactAt: 6_000,
      lastCheckpointAt: 6_000,
      safe: 3,
      version: 1,
    });
  });

  it('is discarded whole when one bucket does not start where the phone stands', () => {
    const stale = answer([page(grid, 4, []), page(user, 3, [wire(7)])]);
    expect(takePage(stateOf({ [grid]: 4, [user]: 9 }), rowsOf(), stale, local)).toBeNull();
  });

  it('is discarded when it does not speak of a bucket that the phone holds, as an answer to an older request', () => {
    const older = answer([page(grid, 4, [])]);
    expect(takePage(stateOf({ [grid]: 4, [user]: 9 }), rowsOf(), older, local)).toBeNull();
    expect(takePage(stateOf({ [grid]: 4, [user]: 9 }), rowsOf(), { ...older, drop: [user] }, local)).not.toBeNull();
  });

  it('is discarded when it comes a second time', () => {
    const first = answer([page(grid, 0, [wire(7)])]);
    const change = takePage(stateOf({}), rowsOf(), first, local);
    const state = { ...stateOf({}), meta: change?.meta ?? stateOf({}).meta };
    expect(takePage(state, rowsOf(stored([grid], 7)), first, local)).toBeNull();
  });

  it('is discarded when it is older than the checkpoint, as an answer that comes late', () => {
    expect(takePage(stateOf({}, { checkpoint: 12 }), rowsOf(), answer([], { top: 10 }), local)).toBeNull();
  });

  it('is no checkpoint before every bucket is at its end', () => {
    const change = takePage(
      stateOf({}),
      rowsOf(),
      answer([page(grid, 0, [wire(7)], { end: false, to: 7 }), page(user, 0, [])]),
      local,
    );
    expect(change?.meta).toMatchObject({ have: { [grid]: 7, [user]: 10 }, checkpoint: 0, lastCheckpointAt: null });
  });

  it('keeps a row of a newer app’s table from breaking it', () => {
    const change = takePage(stateOf({}), rowsOf(), answer([page(grid, 0, [wire(7, 'put', { table: 'pact' })])]), local);
    expect(change?.putRows).toEqual([]);
  });

  it('keeps fields that this version does not know, so that a newer server loses none of them here', () => {
    const change = takePage(
      stateOf({}),
      rowsOf(),
      answer([page(grid, 0, [wire(7, 'put', { fields: { shoeSize: 42 } })])]),
      local,
    );
    expect(change?.putRows[0]?.fields).toEqual({ shoeSize: 42 });
  });
});

describe('rows that come and go', () => {
  const take = (rows: ReturnType<typeof rowsOf>, given: PullAnswer, have: Record<string, number> = {}) =>
    takePage(stateOf(have), rows, given, local);

  it('lie in every bucket that sent them', () => {
    expect(take(rowsOf(), answer([page(grid, 0, [wire(7)]), page(otherGrid, 0, [wire(7)])]))?.putRows).toEqual([
      stored([grid, otherGrid], 7),
    ]);
  });

  it('stay while they lie in another bucket', () => {
    const change = take(rowsOf(stored([grid, user])), answer([page(grid, 0, [wire(7, 'out')])]));
    expect(change).toMatchObject({ putRows: [{ buckets: [user] }], removeRows: [] });
  });

  it('go when the last bucket lets them go', () => {
    const change = take(rowsOf(stored([grid])), answer([page(grid, 0, [wire(7, 'out')])]));
    expect(change).toMatchObject({ putRows: [], removeRows: [{ table: 'person', id: personId }] });
  });

  it('go everywhere when they are deleted', () => {
    const change = take(rowsOf(stored([grid, user])), answer([page(grid, 0, [wire(7, 'deleted')])]));
    expect(change).toMatchObject({ putRows: [], removeRows: [{ id: personId }] });
  });

  it('move from one bucket to another within a page, whichever comes first', () => {
    const pages = [page(grid, 0, [wire(7, 'out')]), page(otherGrid, 0, [wire(7)])];
    for (const buckets of [pages, [...pages].reverse()]) {
      expect(take(rowsOf(stored([grid])), answer(buckets))).toMatchObject({
        putRows: [{ buckets: [otherGrid], rev: 7 }],
        removeRows: [],
      });
    }
  });

  it('are not brought back to an older image, but still belong to the bucket that sent it', () => {
    const change = take(rowsOf(stored([grid], 9)), answer([page(user, 0, [wire(7)])]));
    expect(change?.putRows).toEqual([stored([grid, user], 9)]);
  });

  it('make no change when an unknown row leaves', () => {
    expect(take(rowsOf(), answer([page(grid, 0, [wire(7, 'out'), wire(8, 'deleted')])]))).toMatchObject({
      putRows: [],
      removeRows: [],
    });
  });
});

describe('a bucket that is no longer granted', () => {
  it('takes its rows and its cursor with it, and leaves the outbox alone', () => {
    const state = stateOf({ [grid]: 5, [user]: 5 }, {}, [outboxEntry(1, null)]);
    const change = takePage(state, rowsOf(stored([grid])), answer([page(user, 5, [])], { drop: [grid] }), local);
    expect(change).toMatchObject({ removeRows: [{ id: personId }], removeOutbox: [], meta: { have: { [user]: 10 } } });
  });

  it('leaves rows that another bucket still grants', () => {
    const change = takePage(
      stateOf({ [grid]: 5, [user]: 5 }),
      rowsOf(stored([grid, user])),
      answer([page(user, 5, [])], { drop: [grid] }),
      local,
    );
    expect(change).toMatchObject({ putRows: [{ buckets: [user] }], removeRows: [] });
  });

  it('takes a row that lay in two buckets when both go at once', () => {
    const change = takePage(
      stateOf({ [grid]: 5, [otherGrid]: 5 }),
      rowsOf(stored([grid, otherGrid])),
      answer([], { drop: [grid, otherGrid] }),
      local,
    );
    expect(change).toMatchObject({ putRows: [], removeRows: [{ id: personId }] });
  });
});

describe('what a checkpoint settles', () => {
  const outbox = [outboxEntry(1, 8), outboxEntry(2, 11), outboxEntry(3, null)];

  it('is what was acknowledged at or below it', () => {
    const change = takePage(stateOf({}, {}, outbox), rowsOf(), answer([page(grid, 0, [])]), local);
    expect(change?.removeOutbox).toEqual([1]);
  });

  it('is nothing at a page that is no checkpoint, however far its cursors go', () => {
    const given = answer([page(grid, 0, []), page(user, 0, [wire(2)], { end: false, to: 2 })]);
    expect(takePage(stateOf({}, {}, outbox), rowsOf(), given, local)?.removeOutbox).toEqual([]);
  });
});

describe('a page of another epoch', () => {
  it('starts over from no cursor and offers everything acknowledged again', () => {
    const state = stateOf({ [grid]: 5 }, { checkpoint: 5 }, [outboxEntry(1, 8), outboxEntry(2, null)]);
    const change = takePage(
      state,
      rowsOf(stored([grid])),
      answer([page(grid, 0, [wire(7)])], { epoch: 'epoch_000000000002' }),
      local,
    );
    expect(change).toMatchObject({
      clearRows: true,
      putRows: [],
      meta: { epoch: 'epoch_000000000002', have: {}, checkpoint: 0 },
    });
    expect(change?.putOutbox.map((item) => [item.n, item.acknowledgedRev])).toEqual([
      [1, null],
      [2, null],
    ]);
  });
});
