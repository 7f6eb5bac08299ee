import { beforeEach, expect, it } from 'vitest';
import { readRecord } from '../../../storage/reading/read-record.ts';
import { createSampleTown, putFamily, type Sample } from '../../../storage/reading/sample-town.ts';
import { emptyVisitDraft, type VisitDraft } from '../visit-draft.ts';
import { followUpsSection } from './follow-ups-section.tsx';

let town: Sample;
const householdId = 'h-d602-王建国';

beforeEach(() => {
  town = createSampleTown();
  putFamily(town, 'd602', { name: '王建国' });
});

const putNeed = (id: string, state: string, more = {}): string =>
  town.put('need', id, { dwellingId: 'd602', householdId, kind: 'repair', state, dueOn: '2020-01-01', ...more });

const intents = (followUps: VisitDraft['followUps']) => {
  const dwelling = readRecord(town.view, 'dwelling', 'd602');
  if (dwelling === undefined) throw new Error('the door is not there');
  const draft = { ...emptyVisitDraft(householdId), followUps };
  const made = { view: town.view, draft, visitId: 'v1', dwelling, householdId, newId: () => 'id' };
  return followUpsSection.toIntents(made).map(({ args }) => args);
};

it('saves what became of a need beside the visit', () => {
  putNeed('n1', 'open');
  expect(intents({ n1: { to: 'done', answer: '' } })).toEqual([
    { needId: 'n1', from: 'open', to: 'done', answer: null, seenAnswer: null },
  ]);
});

it('takes a tap for an answer: that it was told is enough', () => {
  putNeed('n1', 'done');
  expect(intents({ n1: { to: 'answered', answer: ' ' } })).toMatchObject([{ to: 'answered', answer: '走访时说过了' }]);
  expect(intents({ n1: { to: 'answered', answer: '修好了' } })).toMatchObject([{ answer: '修好了' }]);
});

it('sends back to work what was said to be done and is not, and leaves alone what is still being done', () => {
  putNeed('n1', 'done');
  putNeed('n2', 'inProgress');
  const still = { to: 'still', answer: '' };
  expect(intents({ n1: still, n2: still })).toMatchObject([{ needId: 'n1', to: 'inProgress' }]);
});

it('says nothing of a need that nobody answered for, and nothing of one that is over meanwhile', () => {
  putNeed('n1', 'open');
  putNeed('n2', 'answered');
  expect(intents({ n2: { to: 'done', answer: '' } })).toEqual([]);
});
