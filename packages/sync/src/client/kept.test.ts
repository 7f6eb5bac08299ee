import type { MutationOutcome, PullAnswer, PushAnswer } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { applyChange, emptyMeta, type KeptEntry, type LocalState, type OutboxEntry } from './local-state.ts';
import { takePage } from './pull-step.ts';
import { takePushAnswer } from './push-step.ts';
import { createRowIndex } from './row-index.ts';
import { stageMutations } from './stage.ts';

const communityId = 'town_000000000000001';
const [epoch, otherEpoch] = ['epoch_000000000001', 'epoch_000000000002'];
const replicaId = 'replica_0000000001';
const local = { now: 5_000, newReplicaId: 'replica_0000000002' };

const entry = (order: number, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  communityId,
  n: order,
  order,
  id: `mutation_${String(order).padStart(12, '0')}`,
  name: 'need.raise',
  version: 1,
  at: 1_000,
  offsetMs: 0,
  args: { order },
  acknowledgedRev: null,
  ...more,
});

const keptEntry = (order: number, rev: number): KeptEntry => {
  const { n: _, acknowledgedRev: __, ...rest } = entry(order);
  return { ...rest, rev };
};

const stateOf = (more: Partial<LocalState> = {}, meta: Partial<LocalState['meta']> = {}): LocalState => ({
  meta: { ...emptyMeta(communityId, replicaId), epoch, nextN: 9, ...meta },
  outbox: [],
  attention: [],
  kept: [],
  ...more,
});

const pushAnswer = (outcomes: readonly MutationOutcome[], more: Partial<PushAnswer> = {}): PushAnswer => ({
  version: 1,
  epoch,
  replicaId,
  serverNow: 5_000,
  outcomes: [...outcomes],
  stop: null,
  safe: 0,
  ...more,
});

const pullAnswer = (more: Partial<PullAnswer> = {}): PullAnswer => ({
  version: 1,
  epoch,
  top: 50,
  serverNow: 5_000,
  buckets: [],
  drop: [],
  checkpoint: true,
  safe: 0,
  audit: null,
  ...more,
});

const outcome = (order: number, rev: number, more: Partial<MutationOutcome> = {}): MutationOutcome => ({
  n: order,
  id: entry(order).id,
  rev,
  outcome: 'applied',
  reason: null,
  field: null,
  ...more,
});

const after = (state: LocalState, change: ReturnType<typeof takePushAnswer>): LocalState => {
  if (change === null) throw new Error('the answer was not taken');
  return applyChange(state, change);
};

const keptRevs = (state: LocalState) => state.kept.map(({ order, rev }) => [order, rev]);

describe('what a phone keeps', () => {
  it('is every acknowledged mutation that no backup holds, once its effect is on the phone', () => {
    const pushed = after(
      stateOf({ outbox: [entry(1), entry(2)] }),
      takePushAnswer(stateOf({ outbox: [entry(1), entry(2)] }), pushAnswer([outcome(1, 11), outcome(2, 12)]), local),
    );
    expect([pushed.outbox.length, pushed.kept.length]).toEqual([2, 0]);
    const pulled = after(pushed, takePage(pushed, createRowIndex(), pullAnswer(), local));
    expect(pulled.outbox).toEqual([]);
    expect(keptRevs(pulled)).toEqual([
      [1, 11],
      [2, 12],
    ]);
  });

  it.each(['held', 'refused'] as const)('is a %s mutation as well: the server may lose its payload too', (kind) => {
    const state = stateOf({ outbox: [entry(1)] });
    const next = after(state, takePushAnswer(state, pushAnswer([outcome(1, 11, { outcome: kind })]), local));
    expect(next.attention.map((item) => item.outcome)).toEqual([kind]);
    expect(keptRevs(next)).toEqual([[1, 11]]);
  });

  it('goes when a backup holds it, told by a push or by a pull, and not a rev earlier', () => {
    const state = stateOf({ kept: [keptEntry(1, 11), keptEntry(2, 12)] });
    expect(keptRevs(after(state, takePushAnswer(state, pushAnswer([], { safe: 11 }), local)))).toEqual([[2, 12]]);
    expect(keptRevs(after(state, takePage(state, createRowIndex(), pullAnswer({ safe: 12 }), local)))).toEqual([]);
    expect(keptRevs(after(state, takePage(state, createRowIndex(), pullAnswer({ safe: 10 }), local)))).toHaveLength(2);
  });

  it('is never let go by the safe of another history', () => {
    const state = stateOf({ kept: [keptEntry(1, 11)] });
    const page = pullAnswer({ epoch: otherEpoch, safe: 1_000_000_000, top: 1_000_000_001 });
    expect(after(state, takePage(state, createRowIndex(), page, local)).outbox.map((item) => item.id)).toEqual([
      entry(1).id,
    ]);
  });

  it('holds nothing of somebody who was erased', () => {
    const state = stateOf({ outbox: [entry(1)] });
    const erased = outcome(1, 11, { outcome: 'refused', reason: 'erased' });
    const next = after(state, takePushAnswer(state, pushAnswer([erased]), local));
    expect(next.kept).toEqual([]);
    expect(JSON.stringify(next.attention)).not.toContain('"order"');
  });

  it('gives one who was handed over a quiet notice and keeps the work like any other', () => {
    const state = stateOf({ outbox: [entry(1)] });
    const next = after(state, takePushAnswer(state, pushAnswer([outcome(1, 11, { reason: 'handedOver' })]), local));
    expect(next.attention.map((item) => item.outcome)).toEqual(['handedOver']);
    expect(next.outbox.map((item) => item.acknowledgedRev)).toEqual([11]);
  });
});

describe('another history of the server', () => {
  const state = stateOf(
    {
      kept: [keptEntry(1, 11), keptEntry(3, 13)],
      outbox: [entry(2, { n: 1, acknowledgedRev: 12 }), entry(4, { n: 2 })],
    },
    { have: { 'user:user_00000000000001': 40 }, checkpoint: 40, audit: { seq: 9, hash: 'of the former history' } },
  );

  it.each([
    ['a push', () => takePushAnswer(state, pushAnswer([], { epoch: otherEpoch, stop: 'epoch' }), local)],
    ['a pull', () => takePage(state, createRowIndex(), pullAnswer({ epoch: otherEpoch }), local)],
  ])('told by %s is offered everything again in the order it was saved, under a new replica id', (_, take) => {
    const next = after(state, take());
    expect(next.outbox.map(({ n, order, id, acknowledgedRev }) => [n, order, id, acknowledgedRev])).toEqual(
      [1, 2, 3, 4].map((order) => [order, order, entry(order).id, null]),
    );
    expect(next.kept).toEqual([]);
    expect(next.meta).toMatchObject({
      replicaId: local.newReplicaId,
      nextN: 5,
      epoch: otherEpoch,
      have: {},
      checkpoint: 0,
      audit: null,
    });
  });

  it('does not change the place of what is saved afterwards', () => {
    const next = after(state, takePage(state, createRowIndex(), pullAnswer({ epoch: otherEpoch }), local));
    const intent = { name: 'wish.claim' as const, args: { noticeId: 'notice_0000000001' } };
    const staged = stageMutations(next, [intent], { newId: () => 'mutation_new0000001', at: 1 });
    expect(staged.ok && staged.value.putOutbox.map(({ n, order }) => [n, order])).toEqual([[5, 5]]);
  });
});
