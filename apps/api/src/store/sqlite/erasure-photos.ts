import { deleteRow, type StoredRow, textOf } from '@lianxin/sync/merge';
import type { Erasure } from '../../durability/erasure-list.ts';
import type { Side } from './core.ts';
import type { ErasureSubject } from './erasure-subject.ts';

/** Is what goes of a person's photos: the records, emptied, and what the pictures are called, which no record tells afterwards. */
export interface PhotosToErase {
  readonly rows: readonly StoredRow[];
  readonly hashes: readonly string[];
}

/**
 * Finds the photos that go with a person, emptied: those of their households now and before, with what was photographed at a visit or for a need there, and
 * those at their doors that name nobody, because who is to be seen on them nobody can tell.
 */
export const photosToErase = (side: Side, { communityId, householdIds, linkedIds }: ErasureSubject): PhotosToErase => {
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
  const photos = [...found.values()];
  return {
    rows: photos.map((row) => deleteRow({ rev: row.rev }, row)),
    hashes: photos.flatMap((row) => textOf(row, 'sha256') ?? []),
  };
};

/**
 * Gives every picture that no record names any more a line, if it has none: the sweep goes by these lines, now or after a kill. A picture is without one when
 * the server stopped before it was written, or when a backup was put back that is older than the picture.
 */
export const leaveToSweep = (
  { sqlite }: Side,
  { communityId, at, actorId }: Erasure,
  hashes: readonly string[],
): void => {
  const leave = sqlite.prepare<[string, string, string, number, string, string]>(
    `INSERT INTO photo_files (community_id, sha256, account_id, bytes, have, started_at) SELECT ?, ?, ?, 0, 0, ?
     WHERE NOT EXISTS (SELECT 1 FROM photos WHERE community_id = ? AND sha256 = ? AND deleted = 0) ON CONFLICT DO NOTHING`,
  );
  for (const sha256 of hashes) leave.run(communityId, sha256, actorId ?? '', at, communityId, sha256);
};
