import { communityBucket, gridBucket, userBucket } from '@lianxin/sync/merge';
import type { CommunityAccess } from './principal.ts';

/** Lists the buckets that somebody's postings give: a grid worker's grids, and for everybody the community's notices and their own. */
export const phoneBuckets = (
  access: CommunityAccess,
  ids: { readonly communityId: string; readonly accountId: string },
): readonly string[] => [
  communityBucket(ids.communityId),
  userBucket(ids.accountId),
  ...[...access.ownGridIds].sort().map(gridBucket),
];
