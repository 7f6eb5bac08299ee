import {
  type MutationOutcome,
  maxPushBytes,
  maxPushMutations,
  type PushAnswer,
  pushRequestSchema,
} from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { applyChange, emptyMeta, type LocalState, type OutboxEntry } from './local-state.ts';
import { planPush, takePushAnswer } from './push-step.ts';

const communityId = 'town_000000000000001';
const replicaId = 'replica_0000000001';
const newReplicaId = 'replica_0000000002';
const epoch = 'epoch_000000000001';
const local = { now: 5_000, newReplicaId };

const idOf = (n: number): string => `mutation_${String(n).padStart(12, '0')}`;

const entry = (n: number, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  communityId,
  n,
  order: n,
  id: idOf(n),
  name: 'need.raise',
  version: 1,
  at: 1_000 + n,
  offsetMs: 0,
  args: { text: `第${n}条` },
  acknowledgedRev: null,
  ...more,
});

const stateOf = (outbox: readonly OutboxEntry[], meta: Partial<LocalState['meta']> = {}): LocalState => ({
  meta: { ...emptyMeta(communityId, replicaId), nextN: outbox.length + 1, epoch, ...meta },
  outbox,
  attention: [],
  kept: [],
});

const outcome = (n: number, more: Partial<MutationOutcome> = {}): MutationOutcome => ({
  n,
  id: idOf(n),
  rev: 100 + n,
  outcome: 'applied',
  reason: null,
  field: null,
  ...more,
});

const answer = (outcomes: readonly MutationOutcome[], more: Partial<PushAnswer> = {}): PushAnswer => ({
  version: 1,
  epoch,
  replicaId,
  serverNow: 5_250,
  outcomes: [...outcomes],
  stop: null,
  safe: 0,
  ...more,
});

const after = (state: LocalState, given: PushAnswer): LocalState => {
  const change = takePushAnswer(state, given, local);
  if (change === null) throw new Error('the answer was ignored');
  return applyChange(state, change);
};

describe('planning a push', () => {
  it('sends nothing when nothing waits', () => {
    expect(planPush(stateOf([]))).toBeNull();
    expect(planPush(stateOf([entry(1, { acknowledgedRev: 7 })]))).toBeNull();
  });

  it('sends what is not acknowledged, in order, as the wire wants it', () => {
    const request = planPush(stateOf([entry(1, { acknowledgedRev: 7 }), entry(2), entry(3)]));
    expect(request?.mutations.map((mutation) => mutation.n)).toEqual([2, 3]);
    expect(request).toMatchObject({ communityId, replicaId, epoch, left: 0 });
    expect(pushRequestSchema.safeParse(request).success).toBe(true);
  });

  it('sends at most the number of mutations a push may carry and tells how many stay behind', () => {
    const request = planPush(stateOf(Array.from({ length: maxPushMutations + 5 }, (_, index) => entry(index + 1))));
    expect(request?.mutations).toHaveLength(maxPushMutations);
    expect(request?.left).toBe(5);
  });

  it('stays below the size a push may have, counted in bytes and not in characters', () => {
    const text = '字'.repeat(20_000);
    const request = planPush(stateOf(Array.from({ length: 20 }, (_, index) => entry(index + 1, { args: { text } }))));
    expect(new TextEncoder().encode(JSON.stringify(request)).length).toBeLessThanOrEqual(maxPushBytes);
    expect(request?.mutations).toHaveLength(8);
    expect(request?.left).toBe(12);
  });

  it('sends one mutation even where it alone is too large, so that it cannot block the queue unseen', () => {
    const text = 'x'.repeat(maxPushBytes);
    expect(planPush(stateOf([entry(1, { args: { text } }), entry(2)]))?.mutations).toHaveLength(1);
  });

  it('sends no more than a limit learnt from a server that found the last push too large', () => {
    const request = planPush(stateOf([entry(1), entry(2), entry(3)]), 2);
    expect(request?.mutations.map((mutation) => mutation.n)).toEqual([1, 2]);
    expect(request?.left).toBe(1);
  });
});

describe('taking the answer to a push', () => {
  it('keeps an applied or merged mutation until a checkpoint proves that it came back', () => {
    const state = after(stateOf([entry(1), entry(2)]), answer([outcome(1), outcome(2, { outcome: 'merged' })]));
    expect(state.outbox.map((item) => [item.n, item.acknowledgedRev])).toEqual([
      [1, 101],
      [2, 102],
    ]);
    expect(state.attention).toEqual([]);
  });

  it('lets go of a mutation that the last checkpoint already holds', () => {
    const state = after(stateOf([entry(1), entry(2)], { checkpoint: 101 }), answer([outcome(1), outcome(2)]));
    expect(state.outbox.map((item) => item.n)).toEqual([2]);
  });

  it.each(['held', 'refused'] as const)(
    'moves a %s mutation with its payload and reason to where a person sees it',
    (kind) => {
      const given = answer([
        outcome(1, { outcome: kind, reason: 'outOfScope', field: 'dwellingId', rev: 0 }),
        outcome(2),
      ]);
      const state = after(stateOf([entry(1), entry(2)]), given);
      expect(state.outbox.map((item) => item.n)).toEqual([2]);
      expect(state.attention).toEqual([
        {
          id: idOf(1),
          communityId,
          name: 'need.raise',
          version: 1,
          at: 1_001,
          args: { text: '第1条' },
          outcome: kind,
          reason: 'outOfScope',
          field: 'dwellingId',
        },
      ]);
    },
  );

  it('measures the clock’s offset and remembers the contact', () => {
    expect(after(stateOf([entry(1)]), answer([])).meta).toMatchObject({
      offsetMs: 250,
      lastContactAt: 5_000,
      version: 1,
    });
  });

  it('takes back the notice that another history of the server had held what is applied now', () => {
    const { id, communityId: community, name, version, at, args } = entry(1);
    const notice = {
      id,
      communityId: community,
      name,
      version,
      at,
      args,
      outcome: 'held',
      reason: null,
      field: null,
    } as const;
    const state = { ...stateOf([entry(1)]), attention: [notice] };
    const change = takePushAnswer(state, answer([outcome(1)]), local);
    expect(change && applyChange(state, change).attention).toEqual([]);
  });

  it('ignores an answer to another replica id', () => {
    expect(takePushAnswer(stateOf([entry(1)]), answer([outcome(1)], { replicaId: newReplicaId }), local)).toBeNull();
  });

  it('ignores what another history of the server acknowledged', () => {
    const late = answer([outcome(1)], { epoch: 'epoch_000000000000' });
    expect(takePushAnswer(stateOf([entry(1)]), late, local)).toBeNull();
  });

  it('ignores outcomes of mutations it does not have or has heard of', () => {
    const state = after(stateOf([entry(1, { acknowledgedRev: 50 })]), answer([outcome(1), outcome(9)]));
    expect(state.outbox).toEqual([entry(1, { acknowledgedRev: 50 })]);
  });

  it('leaves what the answer does not name for the next push', () => {
    const state = after(stateOf([entry(1), entry(2)]), answer([outcome(1)], { stop: 'upgrade' }));
    expect(planPush(state)?.mutations.map((mutation) => mutation.n)).toEqual([2]);
  });
});

describe.each(['fork', 'gap'] as const)('a stop because of a %s', (stop) => {
  it('goes on under a new replica id, numbered from 1, with the same ids in the same order', () => {
    const state = after(stateOf([entry(4), entry(5), entry(6)]), answer([], { stop }));
    expect(state.meta).toMatchObject({ replicaId: newReplicaId, nextN: 4 });
    expect(state.outbox.map((item) => [item.n, item.id])).toEqual([
      [1, idOf(4)],
      [2, idOf(5)],
      [3, idOf(6)],
    ]);
    expect(planPush(state)).toMatchObject({ replicaId: newReplicaId });
  });

  it('starts the next push at 1 although some mutations were acknowledged before', () => {
    const state = after(
      stateOf([entry(1, { acknowledgedRev: 50 }), entry(2), entry(3)]),
      answer([outcome(2)], { stop }),
    );
    const request = planPush(state);
    expect(request?.mutations[0]?.n).toBe(1);
    expect(request?.mutations.map((mutation) => mutation.id)).toContain(idOf(3));
    expect(request?.mutations.map((mutation) => mutation.n)).toEqual(request?.mutations.map((_, index) => index + 1));
  });

  it('takes what was decided before the stop', () => {
    const given = answer([outcome(1, { outcome: 'refused', reason: 'invalid', rev: 0 })], { stop });
    const state = after(stateOf([entry(1), entry(2)]), given);
    expect(state.attention.map((item) => item.id)).toEqual([idOf(1)]);
    expect(state.outbox.map((item) => [item.n, item.id])).toEqual([[1, idOf(2)]]);
  });

  it('numbers what is saved later behind what waits', () => {
    const state = after(stateOf([entry(7)]), answer([], { stop }));
    expect(state.meta.nextN).toBe(2);
  });
});

describe('a stop because of another epoch', () => {
  it('drops rows and cursors, keeps every mutation and offers it again under a new replica id', () => {
    const state = stateOf([entry(1, { acknowledgedRev: 50 }), entry(2)], {
      have: { 'user:someone_0000000001': 40 },
      checkpoint: 40,
    });
    const given = answer([], { stop: 'epoch', epoch: 'epoch_000000000002' });
    const change = takePushAnswer(state, given, local);
    expect(change?.clearRows).toBe(true);
    const next = after(state, given);
    expect(next.meta).toMatchObject({ epoch: 'epoch_000000000002', have: {}, checkpoint: 0, replicaId: newReplicaId });
    expect(planPush(next)?.mutations.map((mutation) => [mutation.n, mutation.id])).toEqual([
      [1, idOf(1)],
      [2, idOf(2)],
    ]);
  });

  it('is taken from the first server a phone ever speaks to', () => {
    expect(after(stateOf([entry(1)], { epoch: null }), answer([outcome(1)])).meta.epoch).toBe(epoch);
  });
});
