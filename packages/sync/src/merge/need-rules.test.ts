import { needState } from '@lianxin/domain';
import { createBench, newNeed } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

type State = (typeof needState.entries)[number]['code'];

const needId = 'need_0000000000001';

const setUp = (...states: readonly State[]) => {
  const bench = createBench();
  const dwellingId = bench.place.grids[0].dwellingIds[0] ?? '';
  bench.worker.submit({ name: 'need.raise', args: { need: newNeed(needId, { dwellingId }) } });
  const advance = (from: State, to: State, answer: string | null = '已经修好') =>
    bench.worker.submit({ name: 'need.advance', args: { needId, from, to, answer } });
  let from: State = 'open';
  for (const to of states) {
    advance(from, to);
    from = to;
  }
  return { bench, advance };
};

const allowed: readonly (readonly [State, State])[] = [
  ['open', 'inProgress'],
  ['open', 'done'],
  ['open', 'answered'],
  ['inProgress', 'done'],
  ['inProgress', 'answered'],
  ['inProgress', 'open'],
  ['done', 'answered'],
  ['done', 'inProgress'],
  ['answered', 'inProgress'],
];
const pathTo: Readonly<Record<State, readonly State[]>> = {
  open: [],
  inProgress: ['inProgress'],
  done: ['done'],
  answered: ['answered'],
};
const states = needState.entries.map((entry) => entry.code);
const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));
const isAllowed = ([from, to]: readonly [State, State]): boolean => allowed.some(([a, b]) => a === from && b === to);

describe('moving a need along', () => {
  it.each(pairs.filter(isAllowed))('goes from %s to %s', (from, to) => {
    const { bench, advance } = setUp(...pathTo[from]);
    const outcome = advance(from, to);
    expect(outcome.outcome).toBe('applied');
    expect(bench.row('need', needId)).toMatchObject({ rev: outcome.rev, fields: { state: to } });
  });

  it.each(pairs.filter((pair) => !isAllowed(pair)))('does not go from %s to %s', (from, to) => {
    const { bench, advance } = setUp(...pathTo[from]);
    expect(advance(from, to)).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
    expect(bench.row('need', needId).fields.state).toBe(from);
  });

  it('does not overrun a state that somebody else changed meanwhile', () => {
    const { bench, advance } = setUp('done');
    expect(advance('open', 'inProgress')).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
    expect(bench.row('need', needId).fields.state).toBe('done');
  });

  it('writes down what was told and when', () => {
    const { bench, advance } = setUp('done');
    bench.clock.advance(60_000);
    advance('done', 'answered', '周三修好了,王建国说满意');
    expect(bench.row('need', needId).fields).toMatchObject({
      answer: '周三修好了,王建国说满意',
      answeredAt: bench.clock.now(),
    });
  });

  it.each([[null], [''], [' \n']])('does not count %j as an answer', (answer) => {
    const { advance } = setUp('done');
    expect(advance('done', 'answered', answer)).toMatchObject({
      outcome: 'refused',
      reason: 'noAnswer',
      field: 'answer',
    });
  });

  it('keeps the answer when a need is opened again', () => {
    const { bench, advance } = setUp('answered');
    advance('answered', 'inProgress', null);
    expect(bench.row('need', needId).fields).toMatchObject({ state: 'inProgress', answer: '已经修好' });
  });

  it('takes back no answer that its author has not read, although the state is the one on their screen', () => {
    const { bench } = setUp('answered');
    const reopen = (seenAnswer: string | null) =>
      bench.worker.submit({
        name: 'need.advance',
        args: { needId, from: 'answered', to: 'inProgress', answer: null, seenAnswer },
      });
    expect(reopen('我的答复')).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
    expect(reopen('已经修好').outcome).toBe('applied');
  });

  it('refuses a need that is not there', () => {
    const { bench } = setUp();
    const args = { needId: 'need_nowhere_00001', from: 'open', to: 'done', answer: null } as const;
    expect(bench.worker.submit({ name: 'need.advance', args })).toMatchObject({
      outcome: 'refused',
      reason: 'notFound',
    });
  });

  it('is held for a worker of another grid and refused for a volunteer', () => {
    const { bench } = setUp();
    const args = { needId, from: 'open', to: 'done', answer: null } as const;
    expect(bench.secondWorker.submit({ name: 'need.advance', args })).toMatchObject({
      outcome: 'held',
      reason: 'outOfScope',
    });
    expect(bench.volunteer.submit({ name: 'need.advance', args })).toMatchObject({
      outcome: 'refused',
      reason: 'notAllowed',
    });
  });
});
