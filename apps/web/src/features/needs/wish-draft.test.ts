import { expect, test } from 'vitest';
import { emptyWishDraft, telltalePieces, toWishContent, wishProblems } from './wish-draft.ts';

const draft = emptyWishDraft('need-1');
const known = { names: ['欧阳秀英'], doorLabels: ['602'] };

test('an empty wish asks for everything that it needs', () => {
  expect(wishProblems(emptyWishDraft(null))).toEqual(['whichMissing', 'whatMissing', 'agreementMissing']);
});

test('an agreement needs its day and its giver, none needs neither', () => {
  const written = { ...draft, what: '装扶手' };
  expect(wishProblems({ ...written, agreementWay: 'spoken' })).toEqual(['agreementOnMissing', 'agreementNoteMissing']);
  expect(wishProblems({ ...written, agreementWay: 'none' })).toEqual([]);
});

test.each([
  ['欧阳秀英家装扶手', 'name'],
  ['去602装扶手', 'door'],
  ['找13800006021', 'number'],
  ['给张大爷理发', 'name'],
])('%s tells whose it is', (what, kind) => {
  expect(telltalePieces({ ...draft, what }, known).map((piece) => piece.kind)).toContain(kind);
});

test('every public line is looked at, the household agreement is not', () => {
  expect(telltalePieces({ ...draft, what: '装扶手', place: '602' }, known)).not.toEqual([]);
  expect(telltalePieces({ ...draft, what: '装扶手', place: '3号楼附近' }, known)).toEqual([]);
  expect(telltalePieces({ ...draft, what: '装扶手', agreementNote: '欧阳秀英' }, known)).toEqual([]);
});

test('who agreed stays with the grid', () => {
  const { text, agreement } = toWishContent({
    ...draft,
    what: ' 装扶手 ',
    agreementWay: 'spoken',
    agreementNote: '本人',
  });
  expect(text).toEqual({ what: '装扶手', place: null, timeWindow: null, skill: null });
  expect(agreement.agreementNote).toBe('本人');
});
