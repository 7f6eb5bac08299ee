import type { Json } from '@lianxin/domain';
import { createRowIndex } from '@lianxin/sync/client';
import { emptiedPerson } from '@lianxin/sync/merge';
import { createTown } from '@lianxin/testkit';
import { expect, it } from 'vitest';
import type { Drafts } from './drafts.ts';
import { forgetErasedDrafts, memberDraft, memberNumberDraft, visitDraft } from './forget-erased-drafts.ts';

const town = createTown();
const [grid] = town.grids;
const memberships = town.rows.filter(({ table }) => table === 'membership');

const personOf = (membershipId: string | undefined) =>
  String(memberships.find(({ id }) => id === membershipId)?.fields['personId']);

/** What is left of drafts once people were erased. */
const leftOf = (typed: Readonly<Record<string, Json>>, ...erased: readonly string[]) => {
  const confirmed = createRowIndex();
  for (const row of town.rows)
    confirmed.put(row.table === 'person' && erased.includes(row.id) ? emptiedPerson(row, 5) : row);
  const kept = new Map(Object.entries(typed));
  const drafts: Drafts = {
    get: (form) => kept.get(form),
    forms: () => [...kept.keys()],
    resting: async () => [...kept.values()],
    keep: (form, value) => void (value === null ? kept.delete(form) : kept.set(form, value)),
    flush: async () => undefined,
    close: async () => undefined,
  };
  forgetErasedDrafts({ confirmed }, drafts);
  return Object.fromEntries(kept);
};

const [one = '', other = ''] = grid.membershipIds;
const changed = (table: string, id: string, field: string, to: string) => ({ table, id, field, householdId: null, to });
const phone = changed('person', personOf(one), 'phone', '13977712345');
const left = changed('membership', one, 'endReason', 'died');
const ofOther = changed('person', personOf(other), 'phone', '13977754321');
const visit = (...changes: readonly Json[]) => ({
  note: '电话换了',
  householdId: null,
  answers: {},
  photos: [],
  changes,
});

it('forgets the half-typed form of an erased person and of nobody else', () => {
  const of = (id: string) => ({ [memberDraft(id)]: 'half a name', [memberNumberDraft(id)]: 'a sealed number' });
  expect(leftOf({ ...of(one), ...of(other) }, personOf(one))).toEqual(of(other));
});

it('forgets in a half-written visit what it says of an erased person, and keeps what it says of others', () => {
  const form = visitDraft('door', null);
  expect(leftOf({ [form]: visit(phone, ofOther, left) }, personOf(one))).toEqual({ [form]: visit(ofOther) });
});

it('forgets a half-written visit that names only people who were erased, with its note, answers and photos', () => {
  expect(leftOf({ [visitDraft('door', null)]: visit(phone, left) }, personOf(one))).toEqual({});
});

it('forgets a half-written visit to a household of which everybody was erased', () => {
  const householdId = String(memberships.find(({ id }) => id === one)?.fields['householdId']);
  const everybody = memberships
    .filter(({ fields }) => fields['householdId'] === householdId)
    .map(({ id }) => personOf(id));
  const typed = { [visitDraft('door', householdId)]: { ...visit(), householdId } };
  expect(leftOf(typed, ...everybody)).toEqual({});
  if (everybody.length > 1) expect(leftOf(typed, ...everybody.slice(1))).toEqual(typed);
});

it('leaves visits alone that name nobody who was erased, and drafts of other forms', () => {
  const typed = {
    [visitDraft('door', null)]: visit(ofOther),
    [visitDraft('other', null)]: visit(),
    'wish door': { note: 'x' },
  };
  expect(leftOf(typed, personOf(one))).toEqual(typed);
});
