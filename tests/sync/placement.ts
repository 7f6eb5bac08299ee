import type { RecordName } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import type { World } from '@lianxin/testkit';
import { expect } from 'vitest';

/** Rows of the left type lie exactly where the row lies that they name. */
const follows: readonly (readonly [RecordName, string, RecordName])[] = [
  ['household', 'dwellingId', 'dwelling'],
  ['membership', 'householdId', 'household'],
  ['tag', 'personId', 'person'],
  ['wish', 'needId', 'need'],
];

/** Every row lies with what it belongs to; a row left behind in another grid would be seen by people it is none of the business of. */
export const expectPlaced = (world: World): void => {
  const { rows } = world.server.space();
  const live = [...rows.values()].filter((row) => !row.deleted);
  const of = (table: RecordName): readonly StoredRow[] => live.filter((row) => row.table === table);
  const bucketsOf = (table: string, id: unknown) => rows.get(`${table}/${id}`)?.buckets;
  for (const [table, field, target] of follows) {
    for (const row of of(table))
      expect(row.buckets, `${table} ${row.id}`).toEqual(bucketsOf(target, row.fields[field]));
  }
  for (const row of of('conflict')) {
    expect(row.buckets, `conflict about a ${row.fields.table}`).toEqual(
      bucketsOf(String(row.fields.table), row.fields.rowId),
    );
  }
  for (const person of of('person')) {
    const homes = of('membership').filter((row) => row.fields.personId === person.id);
    expect([...person.buckets].sort(), `person ${person.id}`).toEqual(
      [...new Set(homes.flatMap((row) => row.buckets))].sort(),
    );
  }
  for (const help of of('help').filter((row) => row.fields.needId !== null)) {
    expect(help.buckets, `help ${help.id}`).toEqual(
      expect.arrayContaining([...(bucketsOf('need', help.fields.needId) ?? [])]),
    );
  }
};
