import { deleteRow, type StoredRow, textOf } from '@lianxin/sync/merge';
import type { Side } from './core.ts';
import type { ErasureSubject } from './erasure-subject.ts';

/**
 * Finds the photos that go with a person, emptied: those of their households now and before, with what was photographed at a visit or for a need there, and
 * those at their doors that name nobody, because who is to be seen on them nobody can tell.
 */
export const erasedPhotos = (
  side: Side,
  { communityId, householdIds, linkedIds }: ErasureSubject,
): readonly StoredRow[] => {
  const by = (table: 'photo', field: string, value: string): readonly StoredRow[] =>
    side.rows.answer(communityId, { type: 'rowsBy', table, field, value }).filter((row) => !row.deleted);
  const found = new Map<string, StoredRow>();
  const add = (rows: readonly StoredRow[]): void => {
    for (const row of rows) found.set(row.id, row);
  };
  for (const id of householdIds) add(by('photo', 'householdId', id));
  for (const id of linkedIds) {
    for (const table of ['visit', 'need'] as const) {
      const row = side.rows.read(communityId, table, id);
      if (row !== undefined && householdIds.has(textOf(row, 'householdId') ?? '')) add(by('photo', `${table}Id`, id));
    }
    add(by('photo', 'dwellingId', id).filter((photo) => textOf(photo, 'householdId') === null));
  }
  return [...found.values()].map((row) => deleteRow({ rev: row.rev }, row));
};
