import type { PullAnswer, PushAnswer, PushRequest } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { applyChange, emptyMeta, type LocalState, type OutboxEntry } from './local-state.ts';
import { type RoundPorts, runRound } from './round.ts';
import type { TransportRefusal } from './round-step.ts';
import { createRowIndex } from './row-index.ts';

const communityId = 'town_000000000000001';
const epoch = 'epoch_000000000001';
const bucket = 'user:user_00000000000001';

const entry = (n: number): OutboxEntry => ({
  communityId,
  n,
  order: n,
  id: `mutation_000000000${n}`,
  name: 'x',
  version: 1,
  at: 1,
  offsetMs: 0,
  args: {},
  acknowledgedRev: null,
});

/** Runs a round against scripted answers; a script that runs out means that the phone asked more than it should. */
const runScript = async (script: {
  readonly push?: readonly (Partial<PushAnswer> | TransportRefusal | 'all')[];
  readonly pull?: readonly (Partial<PullAnswer> | TransportRefusal)[];
  readonly outbox?: readonly OutboxEntry[];
  readonly kept?: LocalState['kept'];
}) => {
  let state: LocalState = {
    meta: { ...emptyMeta(communityId, 'replica_0000000001'), nextN: 9, epoch },
    outbox: script.outbox ?? [],
    attention: [],
    kept: script.kept ?? [],
  };
  const pushes: PushRequest[] = [];
  const progress: unknown[] = [];
  let pulls = 0;
  const ports: RoundPorts = {
    state: () => state,
    rows: () => createRowIndex(),
    update: async (plan) => {
      const change = plan();
      if (change !== null) state = applyChange(state, change);
      return change;
    },
    now: () => 1_000,
    newId: () => `replica_${String(pushes.length).padStart(10, 'x')}`,
    onProgress: (step) => progress.push(step),
    transport: {
      push: async (request) => {
        const answer = script.push?.[pushes.length];
        pushes.push(request);
        if (answer === undefined) throw new Error('one push too many');
        if (answer === 'all') return pushAnswer(request, {});
        return 'type' in answer ? answer : pushAnswer(request, answer);
      },
      segments: async () => {
        throw new Error('nobody told of segments');
      },
      pull: async () => {
        const answer = script.pull?.[pulls];
        pulls += 1;
        if (answer === undefined) throw new Error('one pull too many');
        return 'type' in answer
          ? answer
          : {
              version: 1,
              epoch,
              top: 0,
              serverNow: 1_000,
              buckets: [],
              drop: [],
              checkpoint: true,
              safe: 0,
              audit: null,
              ...answer,
            };
      },
    },
  };
  const result = await runRound(ports);
  return { result, pushes, pulls, progress, state: () => state };
};

const pushAnswer = (request: PushRequest, more: Partial<PushAnswer>): PushAnswer => ({
  version: 1,
  epoch,
  replicaId: request.replicaId,
  serverNow: 1_000,
  outcomes: request.mutations.map(({ n, id }) => ({
    n,
    id,
    rev: 10 + n,
    outcome: 'applied',
    reason: null,
    field: null,
  })),
  stop: null,
  safe: 0,
  ...more,
});

const done: Partial<PullAnswer> = { top: 20 };

describe('a round', () => {
  it('pushes until nothing waits, then pulls until a checkpoint', async () => {
    const { result, pushes, state } = await runScript({ outbox: [entry(1), entry(2)], push: ['all'], pull: [done] });
    expect(result).toBe('settled');
    expect(pushes).toHaveLength(1);
    expect(state().outbox).toEqual([]);
  });

  it('only pulls when nothing waits', async () => {
    const { result, pushes } = await runScript({ pull: [done] });
    expect([result, pushes.length]).toEqual(['settled', 0]);
  });

  it('pulls page after page and tells how far it has come', async () => {
    const rows = [{ table: 'pact', id: 'pact_0000000000001', rev: 4, op: 'put' as const, fields: {} }];
    const first = {
      top: 20,
      checkpoint: false,
      buckets: [{ bucket, from: 0, to: 4, end: false, remaining: 3, digest: null, rows }],
    };
    const last = { top: 20, buckets: [{ bucket, from: 4, to: 20, end: true, remaining: 0, digest: null, rows }] };
    const { result, pulls, progress } = await runScript({ pull: [first, last] });
    expect([result, pulls]).toEqual(['settled', 2]);
    expect(progress).toEqual([
      { received: 1, remaining: 3 },
      { received: 2, remaining: 0 },
    ]);
  });

  it('asks again when a page does not start where the phone stands', async () => {
    const stale = { top: 20, buckets: [{ bucket, from: 4, to: 20, end: true, remaining: 0, digest: null, rows: [] }] };
    const { result, pulls } = await runScript({ pull: [stale, done] });
    expect([result, pulls]).toEqual(['settled', 2]);
  });

  it('fetches a bucket that did not add up, also when nothing else has changed since the last checkpoint', async () => {
    const page = { bucket, from: 0, to: 0, end: true, remaining: 0, rows: [] };
    const { result, pulls } = await runScript({
      pull: [{ buckets: [{ ...page, digest: '00000000000000ff' }] }, { buckets: [{ ...page, digest: null }] }],
    });
    expect([result, pulls]).toEqual(['settled', 2]);
  });

  it('halves a push that the server finds too large, until it fits', async () => {
    const tooLarge = { type: 'refusal', reason: 'tooLarge' } as const;
    const outbox = [entry(1), entry(2), entry(3), entry(4)];
    const { result, pushes } = await runScript({
      outbox,
      push: [tooLarge, tooLarge, 'all', 'all', 'all', 'all'],
      pull: [done],
    });
    expect(result).toBe('settled');
    expect(pushes.map((request) => request.mutations.length)).toEqual([4, 2, 1, 1, 1, 1]);
  });

  it.each(['tooLarge', 'malformed'] as const)(
    'narrows a push that is %s down to the one mutation at fault, sets that one aside and sends the others',
    async (reason) => {
      const refusal = { type: 'refusal', reason } as const;
      const outbox = [1, 2, 3, 4, 5].map(entry);
      const { result, pushes, state } = await runScript({
        outbox,
        // Five, three, two, two taken, the third alone, an empty one to prove it guilty, and the two after it.
        push: [refusal, refusal, 'all', refusal, refusal, 'all', { outcomes: [], stop: 'gap' }, 'all'],
        pull: [done],
      });
      expect(result).toBe('settled');
      expect(pushes.map((request) => request.mutations.map((mutation) => mutation.n))).toEqual([
        [1, 2, 3, 4, 5],
        [1, 2, 3],
        [1, 2],
        [3, 4],
        [3],
        [],
        [4, 5],
        [1, 2, 3, 4],
      ]);
      expect(state().attention).toMatchObject([
        { id: entry(3).id, args: entry(3).args, outcome: 'refused', reason: 'invalid' },
      ]);
      expect(state().outbox).toEqual([]);
    },
  );

  it('blames no mutation when the server does not take an empty push either', async () => {
    const refusal = { type: 'refusal', reason: 'malformed' } as const;
    const { result, pushes, state } = await runScript({
      outbox: [entry(1), entry(2)],
      push: [refusal, refusal, refusal],
    });
    expect(result).toBe('malformed');
    expect(pushes.map((request) => request.mutations.length)).toEqual([2, 1, 0]);
    expect([state().outbox.length, state().attention.length]).toEqual([2, 0]);
  });

  it.each(['refused', 'held'] as const)('goes on past one that is %s among many', async (outcome) => {
    const outbox = [1, 2, 3].map(entry);
    const outcomes = outbox.map(({ n, id }) => ({
      n,
      id,
      rev: 10 + n,
      outcome: n === 2 ? outcome : ('applied' as const),
      reason: n === 2 ? (outcome === 'held' ? ('failed' as const) : ('invalid' as const)) : null,
      field: null,
    }));
    const { result, state } = await runScript({ outbox, push: [{ outcomes }], pull: [done] });
    expect(result).toBe('settled');
    expect(state().outbox).toEqual([]);
    expect(state().attention.map((item) => item.id)).toEqual([entry(2).id]);
  });

  it.each(['signedOut', 'busy', 'rejected'] as const)(
    'ends with %s when the server says so, and keeps the outbox',
    async (reason) => {
      const pushing = await runScript({ outbox: [entry(1)], push: [{ type: 'refusal', reason }] });
      expect(pushing.result).toBe(reason);
      expect(pushing.state().outbox).toHaveLength(1);
      const pulling = await runScript({ pull: [{ type: 'refusal', reason }] });
      expect(pulling.result).toBe(reason);
    },
  );

  it.each(['upgrade', 'wipe'] as const)(
    'ends when the server stops it with %s, after taking what was decided',
    async (stop) => {
      const { result, state } = await runScript({ outbox: [entry(1)], push: [{ stop }] });
      expect(result).toBe('rejected');
      expect(state().outbox).toMatchObject([{ acknowledgedRev: 11 }]);
    },
  );

  it.each(['fork', 'gap', 'epoch'] as const)('goes on by itself after a %s', async (stop) => {
    const moved = stop === 'epoch' ? 'epoch_000000000002' : epoch;
    const { result, pushes } = await runScript({
      outbox: [entry(3)],
      push: [{ stop, outcomes: [], epoch: moved }, { epoch: moved }],
      pull: [{ ...done, epoch: moved }],
    });
    expect(result).toBe('settled');
    expect(pushes.map((request) => request.mutations[0]?.n)).toEqual([3, 1]);
    expect(pushes[1]?.replicaId).not.toBe(pushes[0]?.replicaId);
  });

  describe('of a disabled account, which is refused every pull,', () => {
    const refused = { type: 'refusal', reason: 'rejected' } as const;
    const { n: _, acknowledgedRev: __, ...rest } = entry(1);
    const kept = [{ ...rest, rev: 7 }];

    it('asks once whether the server began another history, and offers that what it keeps', async () => {
      const other = 'epoch_000000000002';
      const { result, pushes, pulls, state } = await runScript({
        kept,
        pull: [refused, refused],
        push: [
          { epoch: other, stop: 'epoch' },
          {
            epoch: other,
            outcomes: [{ n: 1, id: rest.id, rev: 9, outcome: 'held', reason: 'accountDisabled', field: null }],
          },
        ],
      });
      expect([result, pulls]).toEqual(['rejected', 2]);
      expect(pushes.map((request) => request.mutations.map(({ id }) => id))).toEqual([[], [rest.id]]);
      expect(state().attention.map(({ id, outcome }) => [id, outcome])).toEqual([[rest.id, 'held']]);
    });

    it('ends as it was refused when the history is the same, or when nothing is kept', async () => {
      const same = await runScript({ kept, pull: [refused], push: [{}] });
      expect([same.result, same.pushes.length, same.state().kept.length]).toEqual(['rejected', 1, 1]);
      const nothing = await runScript({ pull: [refused] });
      expect([nothing.result, nothing.pushes.length]).toEqual(['rejected', 0]);
    });
  });

  it('pulls on from nothing when the page tells of another epoch', async () => {
    const { result, pulls, state } = await runScript({
      pull: [
        { epoch: 'epoch_000000000002', top: 30 },
        { epoch: 'epoch_000000000002', top: 30 },
      ],
    });
    expect([result, pulls]).toEqual(['settled', 2]);
    expect(state().meta).toMatchObject({ epoch: 'epoch_000000000002', checkpoint: 30 });
  });

  it('ends as busy when the two never agree, rather than asking for ever', async () => {
    const stale = { top: 20, buckets: [{ bucket, from: 4, to: 20, end: true, remaining: 0, digest: null, rows: [] }] };
    const { result } = await runScript({ pull: Array.from({ length: 2_000 }, () => stale) });
    expect(result).toBe('busy');
  });

  it('throws when the network fails, so that its caller waits and tries again', async () => {
    await expect(runScript({ outbox: [entry(1)] })).rejects.toThrow('one push too many');
  });
});
