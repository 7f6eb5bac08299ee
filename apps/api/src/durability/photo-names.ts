import type Database from 'better-sqlite3';
import type { PhotoName } from '../photos/photo-folder.ts';

/** Lists the pictures that a database says it has whole and that a record still names. */
export const wholePhotos = (sqlite: Database.Database): readonly PhotoName[] => {
  const known = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'photo_files'").get();
  if (known === undefined) return [];
  return sqlite
    .prepare<[], PhotoName>(
      `SELECT f.community_id AS communityId, f.sha256 FROM photo_files f WHERE f.complete_at IS NOT NULL AND EXISTS
         (SELECT 1 FROM photos p WHERE p.community_id = f.community_id AND p.sha256 = f.sha256 AND p.deleted = 0)
       ORDER BY f.community_id, f.sha256`,
    )
    .all();
};
