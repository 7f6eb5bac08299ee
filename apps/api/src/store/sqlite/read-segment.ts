import { err, ok, type Result } from '@lianxin/domain';
import type { SyncScope } from '../../access/authorize.ts';
import { phoneBuckets } from '../../access/phone-buckets.ts';
import type { NotFound } from '../refusals.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { readAccess } from './read-access.ts';
import { createSegmentReader } from './segments.ts';

/** Reads one segment for somebody whose postings, looked up in the same snapshot, give them its bucket. To everybody else it does not exist. */
export const createReadSegment = ({ reader, now }: StoreCore) => {
  const segments = createSegmentReader(reader.sqlite);
  return async (
    scope: SyncScope,
    { communityId, hash }: { readonly communityId: string; readonly hash: string },
  ): Promise<Result<Uint8Array, NotFound>> =>
    inSnapshot(reader, () => {
      const { accountId } = scope;
      const access = readAccess(reader, accountId, now()).communities.get(communityId);
      if (access === undefined || scope.isRevoked) return err({ type: 'NotFound' });
      const found = segments.find(communityId, hash);
      const isTheirs = found !== undefined && phoneBuckets(access, { communityId, accountId }).includes(found.bucket);
      return isTheirs ? ok(found.content) : err({ type: 'NotFound' });
    });
};
