import { appendErasure } from '../../durability/append-erasure.ts';
import { erasureKey, readErasures } from '../../durability/erasure-list.ts';
import type { Side } from './core.ts';
import { erasures } from './schema/sync-tables.ts';

/** Adds to the list beside the witness whatever erasure the database knows and the list lacks: whoever was one human being with the person is erased too. */
export const listErasures = ({ db }: Side, directory: string): void => {
  const listed = new Set(readErasures([directory]).map(erasureKey));
  for (const erasure of db.select().from(erasures).all())
    if (!listed.has(erasureKey(erasure))) appendErasure(directory, erasure);
};
