import type { Mutation, MutationOutcome } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { admitMutation } from './admit.ts';

const mutation = (n: number): Mutation => ({
  id: 'mutation_000000001',
  n,
  name: 'visit.log',
  version: 1,
  at: 1,
  offsetMs: 0,
  args: {},
});
const stored: MutationOutcome = {
  n: 3,
  id: 'mutation_000000001',
  rev: 40,
  outcome: 'merged',
  reason: null,
  field: null,
};

describe('admitting a mutation', () => {
  it('applies the next number', () => {
    expect(admitMutation(0, mutation(1), undefined)).toEqual({ type: 'apply', lastN: 1 });
    expect(admitMutation(7, mutation(8), undefined)).toEqual({ type: 'apply', lastN: 8 });
  });

  it.each([1, 5, 7])('stops at number %i when 7 was the last: the phone was cloned or rolled back', (n) => {
    expect(admitMutation(7, mutation(n), undefined)).toEqual({ type: 'stop', stop: 'fork' });
  });

  it.each([9, 200])('stops at number %i when 7 was the last: something is missing', (n) => {
    expect(admitMutation(7, mutation(n), undefined)).toEqual({ type: 'stop', stop: 'gap' });
  });

  it('repeats the stored outcome of a known id under the number it comes with now', () => {
    expect(admitMutation(7, mutation(3), stored)).toEqual({ type: 'known', outcome: stored, lastN: 7 });
    expect(admitMutation(0, mutation(1), stored)).toEqual({ type: 'known', outcome: { ...stored, n: 1 }, lastN: 1 });
  });

  it('does not skip numbers for a known id that comes too early', () => {
    expect(admitMutation(0, mutation(5), stored)).toEqual({ type: 'known', outcome: { ...stored, n: 5 }, lastN: 0 });
  });
});
