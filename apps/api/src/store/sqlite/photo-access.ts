import { creationMark, gridBucket, type StoredRow } from '@lianxin/sync/merge';
import type { SyncScope } from '../../access/authorize.ts';
import type { PhotoName } from '../../photos/photo-folder.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { oncePerSide } from './once-per-side.ts';
import { readAccess } from './read-access.ts';

/** Tells who may do what with a picture: look at it, or hand in its bytes. */
export interface PhotoAccess {
  readonly records: readonly StoredRow[];
  readonly maySee: boolean;
  readonly maySend: boolean;
}

const idsByHash = oncePerSide(({ sqlite }) =>
  sqlite
    .prepare<[string, string], string>('SELECT id FROM photos WHERE community_id = ? AND sha256 = ? AND deleted = 0')
    .pluck(),
);

/**
 * Reads the records that name a picture, with what they let somebody do. Whoever works a grid that one of them lies in sees it, and so does the community's
 * administrator. Its author may hand in the bytes also after leaving the grid, because the record was taken in from them too.
 */
export const readPhotoAccess = (
  { reader, now }: Pick<StoreCore, 'reader' | 'now'>,
  scope: SyncScope,
  { communityId, sha256 }: PhotoName,
): PhotoAccess =>
  inSnapshot(reader, () => {
    const records = idsByHash(reader)
      .all(communityId, sha256)
      .flatMap((id) => reader.rows.read(communityId, 'photo', id) ?? []);
    const access = readAccess(reader, scope.accountId, now()).communities.get(communityId);
    const grids = new Set([...(access?.ownGridIds ?? [])].map(gridBucket));
    const isNear = ({ buckets }: StoredRow): boolean => buckets.some((bucket) => grids.has(bucket));
    const isAuthor = ({ marks }: StoredRow): boolean => marks[creationMark]?.userId === scope.accountId;
    const maySee = !scope.isRevoked && records.some((row) => access?.isAdmin === true || isNear(row));
    return { records, maySee, maySend: maySee || (!scope.isRevoked && records.some(isAuthor)) };
  });
