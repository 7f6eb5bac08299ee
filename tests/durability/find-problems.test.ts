import { describe, expect, it } from 'vitest';
import { findProblems, undecided } from './find-problems.ts';
import type { StoredMutation, StoredState } from './stored-state.ts';
import { createWitness, type ListeningWitness } from './witness.ts';

const replicaId = 'replica_0000000000000001';

const decided = (n: number, outcome: StoredMutation['outcome'] = 'applied'): StoredMutation => ({
  id: `mutation_00000000000000${n}`,
  replicaId,
  n,
  rev: n * 10,
  outcome,
  reason: outcome === 'held' ? 'outOfScope' : null,
  field: null,
});

/** Three decided mutations: two made a visit, one is held. */
const keptState: StoredState = {
  mutations: [decided(1), decided(2, 'held'), decided(3)],
  lastNs: new Map([[replicaId, 3]]),
  seq: 30,
  rows: ['visits/1', 'visits/3', 'visits/of-the-demo'],
  conflicts: ['door/note/1'],
  integrity: 'ok',
  isAuditIntact: true,
  digestMismatches: [],
};

/** Phones sent four mutations and have receipts for the first three. */
const listen = (): ListeningWitness => {
  const witness = createWitness();
  for (const n of [1, 2, 3, 4]) {
    const { id } = decided(n);
    const mutation = { id, n, name: 'visit.log', version: 1, at: 0, offsetMs: 0, args: {} };
    witness.noteSent({ replicaId, mutation, makes: [`visits/${n}`] });
  }
  witness.noteReceipt({ n: 1, id: decided(1).id, rev: 10, outcome: 'applied', reason: null, field: null });
  witness.noteReceipt({ n: 2, id: decided(2).id, rev: 20, outcome: 'held', reason: 'outOfScope', field: null });
  witness.noteReceipt({ n: 3, id: decided(3).id, rev: 30, outcome: 'applied', reason: null, field: null });
  return witness;
};

describe('the comparison of a database with what was promised', () => {
  it('finds nothing where every promise was kept', () => {
    expect(findProblems(keptState, listen())).toEqual([]);
  });

  it('finds a receipt that the database knows nothing of', () => {
    const witness = listen();
    witness.noteReceipt({ n: 4, id: decided(4).id, rev: 40, outcome: 'applied', reason: null, field: null });
    expect(findProblems(keptState, witness)).toEqual([expect.stringContaining('lost: ')]);
  });

  it('finds a receipt whose outcome, rev or replica is another now', () => {
    const changes: readonly Partial<StoredMutation>[] = [
      { outcome: 'refused' },
      { rev: 29 },
      { reason: 'invalid' },
      { replicaId: 'replica_0000000000000002' },
    ];
    for (const change of changes) {
      const mutations = [decided(1), decided(2, 'held'), { ...decided(3), ...change }];
      expect(findProblems({ ...keptState, mutations }, listen())[0]).toMatch(/^changed: /);
    }
  });

  it('finds receipts of one mutation that contradict each other', () => {
    const witness = listen();
    witness.noteReceipt({ n: 1, id: decided(1).id, rev: 11, outcome: 'applied', reason: null, field: null });
    expect(findProblems(keptState, witness)).toEqual([expect.stringContaining('two receipts')]);
  });

  it.each<readonly [string, Partial<StoredState>, RegExp]>([
    ['a mutation that nobody sent', { mutations: [...keptState.mutations, decided(5)] }, /^strange: /],
    ['a hole in the numbers', { lastNs: new Map([[replicaId, 4]]) }, /^numbering: .* not 1 to the last/],
    ['a rev above the counter', { seq: 29 }, /^numbering: a rev lies outside/],
    ['an applied mutation without its row', { rows: ['visits/3'] }, /^half: visits\/1 is missing/],
    ['a row whose mutation is not applied', { rows: [...keptState.rows, 'visits/2'] }, /^half: visits\/2 exists/],
    ['a losing value kept twice', { conflicts: ['door/note/1', 'door/note/1'] }, /^twice: /],
    ['a damaged file', { integrity: 'row 7 missing from index' }, /damaged/],
    ['a broken audit chain', { isAuditIntact: false }, /audit chain/],
    ['a wrong digest', { digestMismatches: ['grid:1'] }, /digest of grid:1/],
  ])('finds %s', (_name, change, expected) => {
    expect(findProblems({ ...keptState, ...change }, listen()).some((problem) => expected.test(problem))).toBe(true);
  });

  it('finds two mutations at one rev', () => {
    const mutations = [decided(1), decided(2, 'held'), { ...decided(3), rev: 20 }];
    expect(findProblems({ ...keptState, mutations }, listen())).toContain('numbering: two mutations have the same rev');
  });

  it('names what was sent and never decided', () => {
    expect(undecided(listen()).map(({ mutation }) => mutation.n)).toEqual([4]);
  });
});
