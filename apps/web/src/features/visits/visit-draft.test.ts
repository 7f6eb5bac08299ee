import { expect, test } from 'vitest';
import {
  answerHere,
  answersHere,
  emptyVisitDraft,
  isUntouched,
  lateMoment,
  toMadeVisit,
  visitDay,
  visitProblem,
} from './visit-draft.ts';

const now = Date.parse('2026-11-20T08:20:00Z');
const alone = { now, households: 1 };
const draft = emptyVisitDraft('h1');

test('nothing is chosen before somebody chooses it', () => {
  expect(draft).toMatchObject({ outcome: null, unchanged: null, needs: [], note: '', late: null });
  expect(visitProblem(draft, alone)).toBe('outcomeMissing');
});

test('one confirmation may say it all as long as nothing was written', () => {
  expect([isUntouched(draft), isUntouched(emptyVisitDraft(null))]).toEqual([true, true]);
  expect(
    [{ note: '夜里' }, { late: '' }, { answers: { h1: { five: {} } } }].map((part) =>
      isUntouched({ ...draft, ...part }),
    ),
  ).toEqual([false, false, false]);
});

test('one choice is enough', () => {
  expect(visitProblem({ ...draft, outcome: 'met' }, alone)).toBeNull();
});

test('only one of several households can have moved out, or have been met', () => {
  const gone = { ...emptyVisitDraft(null), outcome: 'movedOut' } as const;
  expect(visitProblem(gone, { now, households: 2 })).toBe('whichRoomFirst');
  expect(visitProblem({ ...gone, householdId: 'h1' }, { now, households: 2 })).toBeNull();
  expect(visitProblem(gone, { now, households: 0 })).toBeNull();
  expect(visitProblem({ ...gone, outcome: 'met' }, { now, households: 2 })).toBe('whichRoomFirst');
  expect(visitProblem({ ...gone, outcome: 'noAnswer' }, { now, households: 2 })).toBeNull();
});

test('a late entry has a time, and not one to come', () => {
  const met = { ...draft, outcome: 'met' } as const;
  expect(visitProblem({ ...met, late: '' }, alone)).toBe('lateMissing');
  expect(visitProblem({ ...met, late: '2026-11-20T16:21' }, alone)).toBe('lateFuture');
  expect(visitProblem({ ...met, late: '2026-11-20T16:19' }, alone)).toBeNull();
});

test('what the picker shows is the time of China, wherever the phone thinks it is', () => {
  expect(new Date(lateMoment('2026-11-19T00:30')).toISOString()).toBe('2026-11-18T16:30:00.000Z');
});

test('what was found at a visit happened on its day, in China, also when it is written down later', () => {
  expect(visitDay(draft, now)).toBe('2026-11-20');
  expect(visitDay({ ...draft, late: '2026-11-18T00:30' }, now)).toBe('2026-11-18');
  expect(visitDay({ ...draft, late: '' }, now)).toBe('2026-11-20');
});

test('what one room answered is never saved as the answer of another', () => {
  const none = emptyVisitDraft(null);
  const before = { ...none, answers: answerHere(none, { five: { food: 'fine' } }) };
  expect(answersHere({ ...before, householdId: 'h1' })).toEqual({ five: { food: 'fine' } });
  const first = { ...before, householdId: 'h1' };
  const answered = { ...first, answers: answerHere(first, { five: { food: 'short' } }) };
  expect(answersHere(answered)).toEqual({ five: { food: 'short' } });
  expect(answersHere({ ...answered, householdId: 'h2' })).toEqual({});
  expect(answersHere({ ...answered, householdId: null })).toEqual({ five: { food: 'fine' } });
});

test('blanks are nothing, and needs go along', () => {
  const needs = [{ kind: 'repair', detail: ' 灯坏了 ', dueOn: '' }];
  expect(toMadeVisit('d1', { ...draft, note: '  ', needs }, 'met')).toEqual({
    dwellingId: 'd1',
    householdId: 'h1',
    outcome: 'met',
    way: 'door',
    note: null,
    unchanged: null,
    lateAt: null,
    needs: [{ kind: 'repair', detail: '灯坏了', dueOn: null }],
  });
});
