import { createHash } from 'node:crypto';
import type { Keyring } from '../crypto/keyring.ts';
import { openPhotoFolder, type PhotoName } from '../photos/photo-folder.ts';
import type { StoreCore } from '../store/sqlite/core.ts';
import { wholePhotos } from './photo-names.ts';

/** Tells what became of the pictures of a restored database. */
export interface RestoredPhotos {
  readonly brought: number;
  /** Pictures that are nowhere: phones that still have them send them again. */
  readonly missing: number;
}

/** Is where the pictures of a restored database are to be found and to be put. */
export interface PhotoRestore {
  readonly keyring: Keyring;
  readonly dataDirectory: string;
  /** The folder of the backup, with its pictures beside it. */
  readonly backupDirectory: string;
}

/** Brings back the pictures that the data folder has not got, each opened and checked against its hash, and notes in the database which are nowhere. */
export const restorePhotos = async (core: StoreCore, restore: PhotoRestore): Promise<RestoredPhotos> => {
  const here = openPhotoFolder(restore.dataDirectory, restore.keyring);
  const backup = openPhotoFolder(restore.backupDirectory, restore.keyring);
  const missing: PhotoName[] = [];
  let brought = 0;
  for (const photo of wholePhotos(core.reader.sqlite)) {
    if (await here.has(photo)) continue;
    const bytes = await backup.read(photo).catch(() => undefined);
    if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== photo.sha256) {
      missing.push(photo);
      continue;
    }
    await here.write(photo, bytes);
    brought += 1;
  }
  await core.queue.run(() => {
    const forget = core.writer.sqlite.prepare<[string, string]>(
      'UPDATE photo_files SET have = 0, complete_at = NULL WHERE community_id = ? AND sha256 = ?',
    );
    for (const { communityId, sha256 } of missing) forget.run(communityId, sha256);
    // Parts of that time lie nowhere any more.
    core.writer.sqlite.prepare('UPDATE photo_files SET have = 0 WHERE complete_at IS NULL').run();
  });
  return { brought, missing: missing.length };
};
