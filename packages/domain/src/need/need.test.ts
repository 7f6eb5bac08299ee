import { describe, expect, it } from 'vitest';
import { needState } from '../codes/need-state.ts';
import { nextNeedStates } from './need.ts';

const states = needState.entries.map((entry) => entry.code);

describe('the path of a need', () => {
  it('can reach an answer from every state, and work again from an answer', () => {
    for (const state of states) {
      const reached = new Set([state]);
      for (let count = 0; count < states.length; count += 1)
        for (const from of [...reached]) for (const to of nextNeedStates(from)) reached.add(to);
      expect([...reached]).toEqual(expect.arrayContaining(['answered', 'inProgress']));
    }
  });

  it('never goes from a state to itself, and from an answer only back to work', () => {
    for (const state of states) expect(nextNeedStates(state)).not.toContain(state);
    expect(nextNeedStates('answered')).toEqual(['inProgress']);
  });
});
