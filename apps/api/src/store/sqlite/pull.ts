import { err, isRecordName, ok, type Result } from '@lianxin/domain';
import { maxPageBytes, maxPageRows, type PullAnswer, type PullRequest } from '@lianxin/protocol';
import { type BucketTail, cutPage, toWireRow } from '@lianxin/sync/server';
import type { SyncScope } from '../../access/authorize.ts';
import { phoneBuckets } from '../../access/phone-buckets.ts';
import type { Behind, NotFound } from '../refusals.ts';
import { createAuditHeads } from './audit-head.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { createSegmentCutter } from './cut-segments.ts';
import { createNearestFirst } from './nearest-first.ts';
import { readAccess } from './read-access.ts';
import { createSegmentReader } from './segments.ts';
import { type Space, spaceReader } from './space-writer.ts';
import { createTailReader } from './tail-reader.ts';

/** Answers pulls: postings, counter, feed and rows out of one snapshot, so that a page never mixes two moments. */
export const createPull = (core: StoreCore) => {
  const { reader, now, warn } = core;
  const space = spaceReader(reader.sqlite);
  const readTail = createTailReader(reader.sqlite);
  const segments = createSegmentReader(reader.sqlite);
  const cutter = createSegmentCutter(core);
  const nearestFirst = createNearestFirst(reader.sqlite);
  const audit = createAuditHeads(reader.sqlite);

  /** Says whether the phone knows of more than the server does, which only a server that was rolled back can cause. */
  const isBehind = (request: PullRequest, seq: number): boolean =>
    Object.values(request.have).some((cursor) => cursor > seq);

  const listen = ({ repaired = [], audit: remembered }: PullRequest, accountId: string): void => {
    if (repaired.length > 0) warn('rows on a phone did not add up', { accountId, buckets: repaired.length });
    if (remembered !== undefined && !audit.holds(remembered))
      warn('a phone remembers another audit', { accountId, seq: remembered.seq });
  };

  /** Finds who asks for what; undefined for whoever has never been posted to the community, or is not let in any more. */
  const standingOf = (scope: SyncScope, { communityId, epoch, have }: PullRequest): Standing | undefined => {
    const found = space(communityId);
    const resolved = readAccess(reader, scope.accountId, now());
    const access = resolved.communities.get(communityId);
    const wasPosted = access !== undefined || resolved.formerCommunityIds.has(communityId);
    if (found === undefined || !wasPosted || scope.isRevoked) return undefined;
    const isSameHistory = epoch === found.epoch;
    return {
      space: found,
      isSameHistory,
      buckets: access === undefined ? [] : phoneBuckets(access, { communityId, accountId: scope.accountId }),
      // Cursors of another epoch count another history's revs.
      have: isSameHistory ? have : {},
    };
  };

  /** History is cut when somebody is about to fetch it whole. */
  const prepare = async (scope: SyncScope, request: PullRequest): Promise<void> => {
    const standing = request.segments === undefined ? undefined : standingOf(scope, request);
    const begins = (bucket: string): boolean => (standing?.have[bucket] ?? 0) === 0;
    const grids = standing?.buckets.filter((bucket) => bucket.startsWith('grid:') && begins(bucket)) ?? [];
    await cutter.prepare(request.communityId, grids);
  };

  /** Tells what of a bucket lies after the cursor; null when a segment that the phone waits for was given up. */
  const tailOf = ({ communityId, segments: waited }: PullRequest, bucket: string, from: number): BucketTail | null => {
    if (waited === undefined) return readTail(communityId, bucket, { from, without: [] });
    if (from > 0) {
      const hashes = waited[bucket] ?? [];
      if (!segments.holdsAll(communityId, bucket, hashes)) return null;
      return readTail(communityId, bucket, { from, without: hashes });
    }
    const notes = segments.notes(communityId, bucket);
    const rowsWithout = notes.reduce((sum, { rows }) => sum + rows, 0);
    const tail = readTail(communityId, bucket, { from, without: notes.map(({ hash }) => hash), rowsWithout });
    return Object.assign(tail, { segments: notes });
  };

  const read = (scope: SyncScope, request: PullRequest): Result<PullAnswer, NotFound | Behind> => {
    const { communityId } = request;
    const standing = standingOf(scope, request);
    if (standing === undefined) return err({ type: 'NotFound' });
    const { space: found, isSameHistory, buckets, have } = standing;
    if (isSameHistory && isBehind(request, found.seq)) {
      warn('a phone knows more than this server: it was rolled back', { communityId, seq: found.seq });
      return err({ type: 'Behind' });
    }
    if (isSameHistory) listen(request, scope.accountId);
    const tails = buckets.map((bucket) => ({ bucket, tail: tailOf(request, bucket, have[bucket] ?? 0) }));
    const again = tails.flatMap(({ bucket, tail }) => (tail === null ? [bucket] : []));
    const whole = tails.flatMap(({ tail }) => tail ?? []);
    const pages = cutPage(nearestFirst(whole, { communityId, accountId: scope.accountId }), {
      top: found.seq,
      limits: { rows: maxPageRows, bytes: maxPageBytes, bytesOf: (row) => Buffer.byteLength(JSON.stringify(row)) },
      toRow: (entry) =>
        toWireRow(
          entry,
          isRecordName(entry.table) ? reader.rows.read(communityId, entry.table, entry.rowId) : undefined,
        ),
    });
    return ok({
      version: 1,
      epoch: found.epoch,
      top: found.seq,
      serverNow: now(),
      buckets: [...pages],
      drop: Object.keys(request.have).filter((bucket) => !buckets.includes(bucket)),
      ...(again.length === 0 ? {} : { again }),
      checkpoint: again.length === 0 && pages.every((page) => page.end),
      safe: found.safe,
      audit: audit.head(),
    });
  };

  return async (scope: SyncScope, request: PullRequest): Promise<Result<PullAnswer, NotFound | Behind>> => {
    await prepare(scope, request);
    return inSnapshot(reader, () => read(scope, request));
  };
};

/** Is who asks, seen from the rows' own snapshot. */
interface Standing {
  readonly space: Space;
  readonly isSameHistory: boolean;
  readonly buckets: readonly string[];
  readonly have: Readonly<Record<string, number>>;
}
