import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  isMutationName,
  jsonSchema,
  maxPushBytes,
  maxPushMutations,
  mutationArguments,
  mutationSchema,
  newRecordSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
} from './index.ts';

const id = 'mutation_000000001';
const mutation = { id, n: 1, name: 'visit.log', version: 1, at: 1, offsetMs: -3, args: {} };
const request = {
  version: 1,
  schema: 1,
  communityId: 'town_000000000000001',
  epoch: null,
  replicaId: 'replica_0000000001',
  mutations: [mutation],
  left: 0,
};
const isPush = (value: unknown): boolean => pushRequestSchema.safeParse(value).success;
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('a mutation on the wire', () => {
  it.each([
    ['an id that is too short', { id: 'short' }],
    ['an id with other characters', { id: 'mutation/000000001' }],
    ['number zero', { n: 0 }],
    ['a fraction of a number', { n: 1.5 }],
    ['a number beyond exact counting', { n: 2 ** 53 }],
    ['version zero', { version: 0 }],
    ['a name of a thousand characters', { name: 'x'.repeat(1_000) }],
    ['a clock before 1970', { at: -1 }],
    ['no arguments', { args: undefined }],
    ['a field nobody knows', { extra: 1 }],
  ])('is malformed with %s', (_, change) => {
    expect(mutationSchema.safeParse({ ...mutation, ...change }).success).toBe(false);
  });

  it('may have a name that this version does not know, which the server holds', () => {
    expect(mutationSchema.safeParse({ ...mutation, name: 'pact.sign', version: 7 }).success).toBe(true);
  });

  it('carries any JSON, rare characters unchanged', () => {
    const args = { name: '𠮷䶮·😀', list: [1, null, true, { deep: ['x'] }] };
    expect(z.parse(mutationSchema, { ...mutation, args }).args).toEqual(args);
  });

  it('is malformed, and not a crash, when its arguments are nested as deep as a push is long', () => {
    for (const depth of [100, 5_000, maxPushBytes / 2])
      expect(mutationSchema.safeParse({ ...mutation, args: nested(depth) }).success).toBe(false);
    expect(mutationSchema.safeParse({ ...mutation, args: nested(20) }).success).toBe(true);
  });
});

describe('a push', () => {
  it('carries at most the agreed number of mutations', () => {
    const many = (count: number) => ({
      ...request,
      mutations: Array.from({ length: count }, (_, index) => ({ ...mutation, n: index + 1 })),
    });
    expect([isPush(many(maxPushMutations)), isPush(many(maxPushMutations + 1))]).toEqual([true, false]);
  });

  it.each([
    null,
    42,
    'x',
    [],
    {},
    { ...request, version: 2 },
    { ...request, left: -1 },
    { ...request, mutations: 'x' },
    { ...request, extra: 1 },
  ])('is malformed as %j', (value) => {
    expect(isPush(value)).toBe(false);
  });

  it('is answered in words that a newer server may add to', () => {
    const answer = {
      version: 1,
      epoch: 'epoch_000000000001',
      replicaId: 'replica_0000000001',
      serverNow: 1,
      outcomes: [],
      stop: null,
      safe: 0,
      hint: 'new',
    };
    expect(pushAnswerSchema.safeParse(answer).success).toBe(true);
  });
});

describe('a pull', () => {
  const pull = {
    version: 1,
    schema: 1,
    communityId: 'town_000000000000001',
    epoch: null,
    replicaId: 'replica_0000000001',
    have: {},
  };

  it.each(['grid:grid_00000000000001', 'community:town_000000000000001', 'user:user_00000000000001'])(
    'has a cursor for %s',
    (bucket) => {
      expect(pullRequestSchema.safeParse({ ...pull, have: { [bucket]: 3 } }).success).toBe(true);
    },
  );

  it.each(['grid:', 'grid:short', 'street:grid_00000000000001', 'grid:grid_00000000000001 '])(
    'has no cursor for %j',
    (bucket) => {
      expect(pullRequestSchema.safeParse({ ...pull, have: { [bucket]: 3 } }).success).toBe(false);
    },
  );

  it('never carries a cursor into a prototype', () => {
    const parsed = pullRequestSchema.safeParse({ ...pull, have: JSON.parse('{"__proto__":3}') });
    expect(parsed.success && Object.keys(parsed.data.have)).toEqual([]);
  });
});

describe('mutation names and arguments', () => {
  it('are known by their own name only', () => {
    expect(isMutationName('visit.log')).toBe(true);
    expect(['toString', '__proto__', 'constructor', 'visit', ''].some(isMutationName)).toBe(false);
  });

  it('take a record with a field called __proto__ without touching any prototype', () => {
    const parsed = newRecordSchema.safeParse({ id, fields: JSON.parse('{"__proto__":{"polluted":true},"note":"x"}') });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(parsed.success && parsed.data.fields.polluted).toBeUndefined();
  });

  it('bound what one mutation may list', () => {
    const record = { id, fields: {} };
    const visit = (needs: number) =>
      mutationArguments['visit.log'][1].safeParse({ visit: record, needs: Array.from({ length: needs }, () => record) })
        .success;
    expect([visit(20), visit(21)]).toEqual([true, false]);
    const edit = (edits: number) =>
      mutationArguments['record.edit'][1].safeParse({
        table: 'person',
        id,
        edits: Array.from({ length: edits }, () => ({ field: 'note', to: 'x', on: null, seen: 0 })),
      }).success;
    expect([edit(0), edit(1), edit(40), edit(41)]).toEqual([false, true, true, false]);
  });

  it.each(['visit', 'help', 'tag', 'wish', 'wishNotice', 'conflict', 'unit', 'posting'])(
    'let nobody edit a %s field by field',
    (table) => {
      const args = { table, id, edits: [{ field: 'note', to: 'x', on: null, seen: 0 }] };
      expect(mutationArguments['record.edit'][1].safeParse(args).success).toBe(false);
    },
  );

  it('accept JSON and nothing else', () => {
    expect(
      [undefined, Number.NaN, Number.POSITIVE_INFINITY, new Date(0), () => 1].map(
        (value) => jsonSchema.safeParse(value).success,
      ),
    ).toEqual([false, false, false, false, false]);
  });
});
