import { createHash } from 'node:crypto';
import { checkJpeg, err, maxPhotoPixels, ok } from '@lianxin/domain';
import type { PhotoState } from '@lianxin/protocol';
import type { StoredRow } from '@lianxin/sync/merge';
import { and, eq } from 'drizzle-orm';
import type { SyncScope } from '../../access/authorize.ts';
import type { PhotoFolder, PhotoName } from '../../photos/photo-folder.ts';
import type { PhotoPart, PhotoStore } from '../photo-port.ts';
import type { StoreCore } from './core.ts';
import { inTurns } from './in-turns.ts';
import { readPhotoAccess } from './photo-access.ts';
import { photoFiles } from './schema/desk-tables.ts';
import { sweepPhotos } from './sweep-photos.ts';

type FileRow = typeof photoFiles.$inferSelect;

const fresh: PhotoState = { have: 0, complete: false, refused: false };

/** Keeps pictures: who has which and how far it has come in SQLite, the sealed bytes in files beside it. */
export const createPhotoStore = (core: StoreCore, folder: PhotoFolder): PhotoStore => {
  const { reader, writer, queue, now, warn } = core;
  const inTurn = inTurns();
  const keyOf = ({ communityId, sha256 }: PhotoName): string => `${communityId} ${sha256}`;
  const where = ({ communityId, sha256 }: PhotoName) =>
    and(eq(photoFiles.communityId, communityId), eq(photoFiles.sha256, sha256));
  const rowOf = (photo: PhotoName): FileRow | undefined =>
    reader.db.select().from(photoFiles).where(where(photo)).get();

  const put = (photo: PhotoName, values: Omit<FileRow, keyof PhotoName>): Promise<void> =>
    queue.run(
      () =>
        void writer.db
          .insert(photoFiles)
          .values({ ...photo, ...values })
          .onConflictDoUpdate({ target: [photoFiles.communityId, photoFiles.sha256], set: values })
          .run(),
    );

  /** A disk may have lost what the database remembers, and after a restore the database may not remember what the disk has. */
  const stateOf = async (photo: PhotoName, record: StoredRow, accountId: string): Promise<PhotoState> => {
    const row = rowOf(photo);
    const bytes = Number(record.fields['bytes']);
    if (row !== undefined && row.refusedAt !== null) return { have: 0, complete: false, refused: true };
    const isThere = await folder.has(photo);
    if (row !== undefined && row.completeAt === null) return { have: row.have, complete: false, refused: false };
    if (!isThere) return fresh;
    if (row === undefined) await put(photo, { ...startedBy(accountId, bytes), have: bytes, completeAt: now() });
    return { have: bytes, complete: true, refused: false };
  };

  const startedBy = (accountId: string, bytes: number) => ({
    accountId,
    bytes,
    startedAt: now(),
    completeAt: null,
    refusedAt: null,
  });

  const add = async (scope: SyncScope, photo: PhotoName, part: PhotoPart) => {
    const { records, maySend } = readPhotoAccess(core, scope, photo);
    const [record] = records;
    if (record === undefined || !maySend) return err({ type: 'NotFound' as const });
    const state = await stateOf(photo, record, scope.accountId);
    if (state.refused) return refused;
    if (state.complete || part.from !== state.have || part.bytes.length === 0) return ok(state);
    const started = startedBy(scope.accountId, Number(record.fields['bytes']));
    const have = part.from + part.bytes.length;
    if (have > started.bytes) return refused;
    await folder.writePart(photo, part.from, part.bytes);
    if (have === started.bytes) return finish(photo, record, started);
    await put(photo, { ...started, have });
    return ok({ have, complete: false, refused: false });
  };

  const finish = async (photo: PhotoName, record: StoredRow, started: ReturnType<typeof startedBy>) => {
    const bytes = await folder.joinParts(photo, started.bytes);
    const isWhole = bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === photo.sha256;
    if (!isWhole) {
      // Something else than was announced: nothing of it stays, and the right bytes may still come.
      await put(photo, { ...started, have: 0 });
      await folder.removeParts(photo);
      return refused;
    }
    if (!isPicture(bytes, record)) {
      warn('a photo was refused', { communityId: photo.communityId, photo: record.id });
      await put(photo, { ...started, have: 0, refusedAt: now() });
      await folder.removeParts(photo);
      return refused;
    }
    await folder.write(photo, bytes);
    await put(photo, { ...started, have: started.bytes, completeAt: now() });
    await folder.removeParts(photo);
    return ok({ have: started.bytes, complete: true, refused: false });
  };

  return {
    state: async (scope, photo) => {
      const { records, maySend } = readPhotoAccess(core, scope, photo);
      const [record] = records;
      if (record === undefined || !maySend) return undefined;
      return inTurn(keyOf(photo), () => stateOf(photo, record, scope.accountId));
    },
    add: (scope, photo, part) => inTurn(keyOf(photo), () => add(scope, photo, part)),
    read: async (scope, photo) => {
      if (!readPhotoAccess(core, scope, photo).maySee) return undefined;
      const bytes = await inTurn(keyOf(photo), () => folder.read(photo));
      return bytes && new Uint8Array(bytes);
    },
    sweep: () => sweepPhotos(core, folder, (photo, work) => inTurn(keyOf(photo), work)),
  };
};

const refused = err({ type: 'PhotoRefused' as const });

/** Looks at a whole picture without drawing it: a JPEG and nothing else, of the size its record tells. */
const isPicture = (bytes: Uint8Array, { fields }: StoredRow): boolean => {
  const checked = checkJpeg(bytes);
  if (!checked.ok) return false;
  const { width, height } = checked.value;
  return width === fields['width'] && height === fields['height'] && width * height <= maxPhotoPixels;
};
