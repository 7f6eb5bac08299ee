import { expect, test } from 'vitest';
import { createSampleTown } from './sample-town.ts';
import { visitTimeline } from './visit-timeline.ts';

const { view, put } = createSampleTown();
const visit = (id: string, visitedAt: number, fields: Record<string, string | null> = {}) =>
  put('visit', id, { dwellingId: 'd602', outcome: 'met', way: 'door', visitedAt, householdId: 'h1', ...fields });
visit('plain', 100);
visit('slip', 200);
visit('void', 210, { voidOf: 'slip', reason: '点错了' });
visit('wrong', 300);
visit('right', 310, { corrects: 'wrong', dwellingId: 'd601', householdId: 'h2' });
visit('moved', 400, { dwellingId: 'd501' });
visit('door', 500, { householdId: null });
visit('neighbour', 600, { householdId: 'h3' });

const told = visitTimeline(view, { dwellingId: 'd602', householdId: 'h1' });
const stateOf = (id: string) => told.find((item) => item.visit.id === id)?.state;

test('a household is told its own visits, wherever it lived, and those to the door as a whole', () => {
  expect(told.map((item) => item.visit.id)).toEqual(['door', 'moved', 'wrong', 'slip', 'plain']);
});

test('a void is told at the visit it voids, with its reason', () => {
  expect(stateOf('slip')).toBe('voided');
  expect(told.find((item) => item.visit.id === 'slip')?.replacedBy?.reason).toBe('点错了');
});

test('a visit to a wrong door stays and says where it really was', () => {
  expect(stateOf('wrong')).toBe('corrected');
  const there = visitTimeline(view, { dwellingId: 'd601', householdId: 'h2' });
  expect(there[0]?.corrects?.id).toBe('wrong');
});

test('a wrong door whose needs were taken back is still told as a wrong door', () => {
  visit('taken back', 320, { voidOf: 'wrong' });
  const again = visitTimeline(view, { dwellingId: 'd602', householdId: 'h1' });
  expect(again.find((item) => item.visit.id === 'wrong')?.state).toBe('corrected');
});

test('an empty door is told everything that happened there', () => {
  expect(visitTimeline(view, { dwellingId: 'd602', householdId: null })).toHaveLength(5);
});
