import { createBench, newHousehold, newMembership, newNeed, newPerson, newTag } from '@lianxin/testkit';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

const regroupingId = 'regrouping_00000001';

/** A town in which chance has put people into further households, given them tags and needs, and ended some of it. */
const furnished = (picks: readonly number[]) => {
  const bench = createBench();
  const { grids } = bench.place;
  const all = (key: 'householdIds' | 'personIds' | 'dwellingIds') => grids.flatMap((grid) => grid[key]);
  const [households, persons, dwellings] = [all('householdIds'), all('personIds'), all('dwellingIds')];
  const at = (list: readonly string[], pick: number): string => list[pick % list.length] ?? '';
  picks.forEach((pick, index) => {
    const personId = at(persons, pick);
    const spot = Math.floor(pick / 6);
    const id = `made_${String(index).padStart(14, '0')}`;
    const { submit } = bench.worker;
    if (pick % 4 === 0) {
      const membership = newMembership(id, { personId, householdId: at(households, spot) });
      submit({ name: 'member.add', args: { person: null, membership } });
    } else if (pick % 4 === 1) submit({ name: 'tag.add', args: { tag: newTag(id, { personId }) } });
    else if (pick % 4 === 2) {
      const need = newNeed(id, { dwellingId: at(dwellings, spot), householdId: at(households, spot), personId });
      submit({ name: 'need.raise', args: { need } });
    } else {
      const membership = bench.rows('membership')[spot % bench.rows('membership').length];
      const args = { membershipId: membership?.id ?? '', toOn: '2026-03-02', endReason: 'movedOut' as const };
      submit({ name: 'membership.end', args });
    }
  });
  return { bench, households, persons, dwellings, at };
};

const picks = fc.array(fc.nat(400), { maxLength: 25 });

/** Every live row as people see it: whose it is, where it lies and what it says; revs and marks tell who wrote it last. */
const seen = (bench: ReturnType<typeof createBench>): string =>
  JSON.stringify(
    [...bench.server.space().rows.values()]
      .filter((row) => !row.deleted && row.table !== 'regrouping' && row.table !== 'heldWork')
      .map(({ table, id, buckets, fields }) => ({ table, id, buckets, fields: Object.entries(fields).sort() }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );

test('whatever was merged or split and taken back at once is as it was, byte for byte', () => {
  let applied = 0;
  fc.assert(
    fc.property(picks, fc.nat(3), fc.nat(400), fc.nat(400), (made, kind, first, second) => {
      const { bench, households, persons, dwellings, at } = furnished(made);
      const before = seen(bench);
      const { submit } = bench.worker;
      const members = bench
        .rows('membership')
        .filter(({ fields }) => fields.householdId === at(households, first) && fields.toOn === null);
      const outcome = [
        () =>
          submit({
            name: 'household.merge',
            args: { regroupingId, fromId: at(households, first), intoId: at(households, second), toOn: '2026-03-02' },
          }),
        () =>
          submit({
            name: 'person.merge',
            args: { regroupingId, fromId: at(persons, first), intoId: at(persons, second) },
          }),
        () =>
          submit({
            name: 'household.split',
            args: {
              regroupingId,
              householdId: at(households, first),
              household: newHousehold('household_made_001', { dwellingId: at(dwellings, second) }),
              membershipIds: members.slice(0, 1 + (second % 3)).map(({ id }) => id),
            },
          }),
        () =>
          submit({
            name: 'person.split',
            args: {
              regroupingId,
              personId: at(persons, first),
              person: newPerson('person_made_000001'),
              membershipIds: bench
                .rows('membership')
                .filter(({ fields }) => fields.personId === at(persons, first))
                .slice(0, second % 3)
                .map(({ id }) => id),
              tagIds: bench
                .rows('tag')
                .filter(({ fields }) => fields.personId === at(persons, first))
                .map(({ id }) => id),
            },
          }),
      ][kind]?.();
      if (outcome?.outcome === 'applied') {
        applied += 1;
        expect(submit({ name: 'regrouping.undo', args: { regroupingId } }).outcome).toBe('applied');
        expect(bench.row('regrouping', regroupingId).fields.stayed).toEqual([]);
      }
      expect(seen(bench)).toBe(before);
    }),
    { numRuns: 150 },
  );
  // A law about nothing would hold too.
  expect(applied).toBeGreaterThan(50);
});
