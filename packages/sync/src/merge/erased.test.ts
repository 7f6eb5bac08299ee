import { createBench, createTown, newMembership, newPerson, newTag, newVisit } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { emptiedPerson, unknownErasedPerson } from './erased.ts';

const at = Date.UTC(2026, 2, 1);

/** A town in which the first person of the first grid was erased. */
const setUp = () => {
  const town = createTown();
  const [grid, other] = town.grids;
  const personId = grid.personIds[0] ?? '';
  const rows = town.rows.map((row) => (row.id === personId ? emptiedPerson(row, at) : row));
  const bench = createBench({ ...town, rows });
  const home = { householdId: grid.householdIds[0] ?? '', dwellingId: grid.dwellingIds[0] ?? '' };
  return { bench, personId, home, otherHome: other.householdIds[0] ?? '', membershipId: grid.membershipIds[0] ?? '' };
};

const edit = (table: 'person' | 'membership', id: string, field: string, to: string) => ({
  name: 'record.edit' as const,
  args: { table, id, edits: [{ field, to, on: null, seen: 99 }] },
});

describe('an erased person', () => {
  it('keeps id, place and purpose, and no value', () => {
    const { bench, personId } = setUp();
    const { fields, buckets, marks } = bench.row('person', personId);
    expect(buckets.length).toBe(1);
    expect(Object.keys(marks)).toEqual(['*']);
    const left = Object.entries(fields).filter(([, value]) => value !== null);
    expect(Object.fromEntries(left)).toEqual({
      erasedAt: at,
      identityNumberState: 'none',
      verification: 'checked',
      purpose: expect.any(String),
      legalBasis: 'duty',
      retainUntil: expect.any(String),
    });
  });

  it('takes no edit, no tag and no further household', () => {
    const { bench, personId, membershipId, otherHome } = setUp();
    const membership = newMembership('membership_again_01', { personId, householdId: otherHome });
    const tried = [
      edit('person', personId, 'name', '王建国'),
      edit('membership', membershipId, 'relationText', '王建国之妻'),
      { name: 'tag.add' as const, args: { tag: newTag('tag_000000000000001', { personId }) } },
      { name: 'member.add' as const, args: { person: null, membership } },
      { name: 'member.add' as const, args: { person: newPerson(personId, { name: '王建国' }), membership } },
    ];
    for (const intent of tried)
      expect(bench.worker.submit(intent)).toMatchObject({ outcome: 'refused', reason: 'erased' });
    expect(bench.row('person', personId).fields['name']).toBeNull();
    expect(bench.find('membership', 'membership_again_01')).toBeUndefined();
  });

  it('is refused to everybody alike, so that nobody’s words about them wait somewhere', () => {
    const { bench, personId } = setUp();
    const tried = edit('person', personId, 'note', '王建国住院');
    for (const author of [bench.stranger, bench.secondWorker, bench.volunteer])
      expect(author.submit(tried)).toMatchObject({ outcome: 'refused', reason: 'erased' });
    expect(bench.rows('heldWork')).toEqual([]);
  });

  it('still moves out, and is still visited', () => {
    const { bench, membershipId, home } = setUp();
    const visit = newVisit('visit_0000000000001', home);
    expect(bench.worker.submit({ name: 'visit.log', args: { visit, needs: [] } }).outcome).toBe('applied');
    const ended = { membershipId, toOn: '2026-03-02', endReason: 'movedOut' as const };
    expect(bench.worker.submit({ name: 'membership.end', args: ended }).outcome).toBe('applied');
  });

  it('does not come back by deciding on a value that lost', () => {
    const town = createTown();
    const [grid] = town.grids;
    const [personId = '', at0 = at] = [grid.personIds[0], at];
    const first = createBench(town);
    first.worker.submit(edit('person', personId, 'name', '王建国'));
    first.worker.submit({
      name: 'record.edit',
      args: { table: 'person', id: personId, edits: [{ field: 'name', to: '王建业', on: null, seen: 0 }] },
    });
    const [conflict] = first.rows('conflict');
    first.server.load([emptiedPerson(first.row('person', personId), at0)]);
    const decided = { conflictId: conflict?.id ?? '', state: 'changed' as const, seen: 99 };
    expect(first.worker.submit({ name: 'conflict.decide', args: decided })).toMatchObject({ reason: 'erased' });
    expect(first.row('person', personId).fields['name']).toBeNull();
  });

  it('whom this history no longer holds is refused as well', () => {
    const town = createTown();
    const stub = unknownErasedPerson('person_forgotten_01', at);
    const bench = createBench({ ...town, rows: [...town.rows, stub] });
    const membership = newMembership('membership_again_01', {
      personId: stub.id,
      householdId: town.grids[0].householdIds[0] ?? '',
    });
    const again = { name: 'member.add' as const, args: { person: newPerson(stub.id), membership } };
    expect(bench.worker.submit(again)).toMatchObject({ outcome: 'refused', reason: 'erased' });
  });
});
