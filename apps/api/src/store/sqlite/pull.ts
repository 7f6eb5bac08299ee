import { err, isRecordName, ok, type Result } from '@lianxin/domain';
import { maxPageBytes, maxPageRows, type PullAnswer, type PullRequest } from '@lianxin/protocol';
import { digestText } from '@lianxin/sync/merge';
import { type BucketTail, cutPage, toWireRow } from '@lianxin/sync/server';
import type Database from 'better-sqlite3';
import type { SyncScope } from '../../access/authorize.ts';
import { phoneBuckets } from '../../access/phone-buckets.ts';
import type { Behind, NotFound } from '../refusals.ts';
import { createAuditHeads } from './audit-head.ts';
import { createDigestReader } from './bucket-digests.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { readAccess } from './read-access.ts';
import type { SqlRow, SqlValue } from './record-rows.ts';
import { spaceReader } from './space-writer.ts';

/** Answers pulls: postings, counter, feed and rows out of one snapshot, so that a page never mixes two moments. */
export const createPull = ({ reader, now, warn }: StoreCore) => {
  const space = spaceReader(reader.sqlite);
  const readTail = createTailReader(reader.sqlite);
  const audit = createAuditHeads(reader.sqlite);

  /** Says whether the phone knows of more than the server does, which only a server that was rolled back can cause. */
  const isBehind = (request: PullRequest, seq: number): boolean =>
    Object.values(request.have).some((cursor) => cursor > seq);

  const listen = ({ repaired = [], audit: remembered }: PullRequest, accountId: string): void => {
    if (repaired.length > 0) warn('rows on a phone did not add up', { accountId, buckets: repaired.length });
    if (remembered !== undefined && !audit.holds(remembered))
      warn('a phone remembers another audit', { accountId, seq: remembered.seq });
  };

  return async (scope: SyncScope, request: PullRequest): Promise<Result<PullAnswer, NotFound | Behind>> =>
    inSnapshot(reader, () => {
      const { communityId } = request;
      const found = space(communityId);
      const resolved = readAccess(reader, scope.accountId, now());
      const access = resolved.communities.get(communityId);
      const wasPosted = access !== undefined || resolved.formerCommunityIds.has(communityId);
      if (found === undefined || !wasPosted || scope.isRevoked) return err({ type: 'NotFound' });
      const isSameHistory = request.epoch === found.epoch;
      if (isSameHistory && isBehind(request, found.seq)) {
        warn('a phone knows more than this server: it was rolled back', { communityId, seq: found.seq });
        return err({ type: 'Behind' });
      }
      if (isSameHistory) listen(request, scope.accountId);
      const buckets = access === undefined ? [] : phoneBuckets(access, { communityId, accountId: scope.accountId });
      // Cursors of another epoch count another history's revs.
      const have: Readonly<Record<string, number>> = isSameHistory ? request.have : {};
      const tails = buckets.map((bucket) => readTail(communityId, bucket, have[bucket] ?? 0));
      const pages = cutPage(tails, {
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
        checkpoint: pages.every((page) => page.end),
        safe: found.safe,
        audit: audit.head(),
      });
    });
};

interface Cursor {
  readonly communityId: string;
  readonly bucket: string;
  readonly from: number;
}

const createTailReader = (sqlite: Database.Database) => {
  const digest = createDigestReader(sqlite);
  const count = sqlite
    .prepare<SqlValue[], number>('SELECT count(*) FROM feed WHERE community_id = ? AND bucket = ? AND rev > ?')
    .pluck();
  // The bound is the rev of the first line that does not fit, so that whole revs are read and never a piece of one.
  const lines = sqlite.prepare<[Cursor], SqlRow>(
    `SELECT "table", row_id, rev, op FROM feed WHERE community_id = @communityId AND bucket = @bucket AND rev > @from AND rev <= coalesce(
       (SELECT rev FROM feed WHERE community_id = @communityId AND bucket = @bucket AND rev > @from ORDER BY rev LIMIT 1 OFFSET ${maxPageRows}), 9007199254740991)
     ORDER BY rev, "table", row_id`,
  );
  return (communityId: string, bucket: string, from: number): BucketTail => ({
    bucket,
    from,
    total: Number(count.get(communityId, bucket, from)),
    digest: digestText(digest(communityId, bucket)),
    entries: lines.all({ communityId, bucket, from }).map((row) => ({
      bucket,
      table: String(row['table']),
      rowId: String(row['row_id']),
      rev: Number(row['rev']),
      op: row['op'] === 'out' || row['op'] === 'deleted' ? row['op'] : 'put',
    })),
  });
};
