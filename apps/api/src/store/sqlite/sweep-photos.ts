import { and, eq } from 'drizzle-orm';
import type { PhotoFolder, PhotoName } from '../../photos/photo-folder.ts';
import type { PushedWork } from '../port.ts';
import type { StoreCore } from './core.ts';
import { oncePerSide } from './once-per-side.ts';
import { photoFiles } from './schema/desk-tables.ts';

const unnamed = `NOT EXISTS (SELECT 1 FROM photos p WHERE p.community_id = f.community_id AND p.sha256 = f.sha256 AND p.deleted = 0)`;

const unnamedFiles = oncePerSide(({ sqlite }) =>
  sqlite.prepare<[], { readonly communityId: string; readonly sha256: string }>(
    `SELECT f.community_id AS communityId, f.sha256 FROM photo_files f WHERE ${unnamed}`,
  ),
);
const isUnnamed = oncePerSide(({ sqlite }) =>
  sqlite
    .prepare<[string, string], number>(
      `SELECT 1 FROM photo_files f WHERE f.community_id = ? AND f.sha256 = ? AND ${unnamed}`,
    )
    .pluck(),
);

/** How long a file stays that no line of the database tells of: after a restore, phones may hand its record in again. */
const strayMs = 30 * 86_400_000;

/**
 * Erases the pictures that no record names any more, because they were removed or their person was erased. The file goes first and its line after it, so
 * that a kill in between leaves the line to begin from again.
 */
export const sweepPhotos = async (
  core: StoreCore,
  folder: PhotoFolder,
  inTurn: (photo: PhotoName, work: () => Promise<void>) => Promise<void>,
): Promise<void> => {
  const { reader, writer, queue, now } = core;
  for (const photo of unnamedFiles(reader).all()) {
    await inTurn(photo, async () => {
      if (isUnnamed(reader).get(photo.communityId, photo.sha256) === undefined) return;
      await folder.remove(photo);
      const line = and(eq(photoFiles.communityId, photo.communityId), eq(photoFiles.sha256, photo.sha256));
      await queue.run(() => {
        // Somebody may have named it again meanwhile: its line then says that the bytes are gone.
        if (isUnnamed(writer).get(photo.communityId, photo.sha256) === undefined)
          writer.db.update(photoFiles).set({ have: 0, completeAt: null }).where(line).run();
        else writer.db.delete(photoFiles).where(line).run();
      });
    });
  }
  for (const photo of await folder.untouchedSince(now() - strayMs)) {
    await inTurn(photo, async () => {
      const known = and(eq(photoFiles.communityId, photo.communityId), eq(photoFiles.sha256, photo.sha256));
      if (reader.db.select().from(photoFiles).where(known).get() === undefined) await folder.remove(photo);
    });
  }
};

/** What may take a photo's record away. */
const removing: ReadonlySet<string> = new Set(['photo.remove', 'held.decide']);

/** Lets a push be followed by a sweep where it took photos away; nobody waits for it. */
export const sweepingAfter =
  <S, A>(push: (scope: S, request: PushedWork) => Promise<A>, sweep: () => void) =>
  async (scope: S, request: PushedWork): Promise<A> => {
    const answer = await push(scope, request);
    if (request.mutations.some(({ name }) => removing.has(name))) sweep();
    return answer;
  };
