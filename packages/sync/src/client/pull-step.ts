import type { Instant } from '@lianxin/domain';
import { type Bucket, type PullAnswer, type PullRequest, schemaVersion } from '@lianxin/protocol';
import { forgetErased } from './erased-work.ts';
import { keepUntilSafe, safelyBackedUp } from './kept.ts';
import { emptyChange, type LocalChange, type LocalState, type SyncMeta } from './local-state.ts';
import { hashesByBucket, hasPending, pendingAfter } from './pending-segments.ts';
import type { RowView } from './row-index.ts';
import { startOver } from './start-over.ts';
import { TouchedRows } from './touched-rows.ts';

/** Plans the next pull: every cursor travels, with what did not add up, what is remembered of the audit and the segments that are still to come. A server of an older day knows no segments: `isPlain` leaves them out. */
export const planPull = ({ meta }: LocalState, isPlain = false): PullRequest => ({
  version: 1,
  schema: schemaVersion,
  communityId: meta.communityId,
  epoch: meta.epoch,
  replicaId: meta.replicaId,
  have: meta.have,
  ...(meta.repaired.length === 0 ? {} : { repaired: [...meta.repaired] }),
  ...(meta.audit === null ? {} : { audit: meta.audit }),
  ...(isPlain ? {} : { segments: hashesByBucket(meta.segments) }),
});

/** Is what a phone gives to a step from outside. */
export interface StepLocal {
  readonly now: Instant;
  readonly newReplicaId: string;
}

/**
 * Takes a page: rows and cursors change in one commit. Null when the page does not start where this phone stands, or is older than its checkpoint; it is then
 * discarded whole. It is no checkpoint as long as a segment is to come; at one the rows must add up to the server's digests; a bucket that does not is forgotten and fetched anew.
 */
export const takePage = (
  state: LocalState,
  rows: RowView,
  answer: PullAnswer,
  local: StepLocal,
): LocalChange | null => {
  const { meta } = state;
  const change = contactChange(state, answer, local.now);
  if (meta.epoch !== null && answer.epoch !== meta.epoch)
    return startOver(state, change, { epoch: answer.epoch, newReplicaId: local.newReplicaId });
  if (answer.buckets.some((page) => page.from !== (meta.have[page.bucket] ?? 0))) return null;
  if (!isAboutAll(answer, meta.have)) return null;
  if (answer.top < meta.checkpoint) return null;
  const touched = new TouchedRows(rows);
  for (const bucket of answer.drop) touched.dropBucket(bucket);
  for (const page of answer.buckets) touched.takePage(page);
  const have: Record<Bucket, number> = { ...meta.have };
  for (const bucket of answer.drop) delete have[bucket];
  for (const page of answer.buckets) have[page.bucket] = page.to;
  // Its rows stay until they come anew; a cursor of 0 lets the server say so should the bucket be lost meanwhile.
  for (const bucket of answer.again ?? []) have[bucket] = 0;
  const segments = pendingAfter(meta.segments, answer);
  const isWhole = answer.checkpoint && !hasPending(segments);
  const wrong = isWhole ? touched.bucketsThatDiffer(answer.buckets) : [];
  // A bucket that differs again straight after it was fetched whole is reported and shown as it came: the server's rows are the truth.
  const repaired = wrong.filter((bucket) => !meta.repaired.includes(bucket));
  for (const bucket of repaired) {
    touched.dropBucket(bucket);
    delete have[bucket];
  }
  const isCheckpoint = isWhole && repaired.length === 0;
  const settled = isCheckpoint ? settledBy(state, answer) : emptySettling;
  return forgetErased(state, rows, {
    ...change,
    ...touched.result(),
    ...settled,
    meta: {
      ...change.meta,
      epoch: answer.epoch,
      have,
      checkpoint: isCheckpoint ? answer.top : meta.checkpoint,
      lastCheckpointAt: isCheckpoint ? local.now : meta.lastCheckpointAt,
      usableAt: meta.usableAt ?? (isUsable(answer) ? local.now : null),
      segments,
      audit: answer.audit ?? meta.audit,
      repaired: isCheckpoint ? wrong : [...meta.repaired, ...repaired],
    },
  });
};

/** An answer to this phone's newest request says of each of its cursors how it goes on, or that the bucket is to be forgotten; one to an older request may not know of it. */
const isAboutAll = ({ buckets, drop, again = [] }: PullAnswer, have: SyncMeta['have']): boolean => {
  const told = new Set([...buckets.map((page) => page.bucket), ...drop, ...again]);
  return Object.keys(have).every((bucket) => told.has(bucket));
};

/** Whoever has a whole grid, or needs none, can begin to work. */
const isUsable = ({ buckets, checkpoint }: PullAnswer): boolean => {
  const isGrid = (bucket: Bucket): boolean => bucket.startsWith('grid:');
  const ended = buckets.filter(({ end }) => end);
  const rest = buckets.filter(({ bucket }) => !isGrid(bucket));
  return checkpoint || (rest.every(({ end }) => end) && ended.some(({ bucket }) => isGrid(bucket)));
};

/** Starts a change with what every answer tells: the time, and what is backed up. */
const contactChange = (state: LocalState, answer: PullAnswer, now: Instant): LocalChange => {
  const change = emptyChange(state.meta);
  const isSameHistory = state.meta.epoch === null || state.meta.epoch === answer.epoch;
  return {
    ...change,
    removeKept: isSameHistory ? safelyBackedUp(state, answer.safe) : [],
    meta: { ...change.meta, safe: answer.safe, offsetMs: answer.serverNow - now, lastContactAt: now },
  };
};

const emptySettling: Pick<LocalChange, 'removeOutbox' | 'putKept'> = { removeOutbox: [], putKept: [] };

/** What a checkpoint shows leaves the outbox; it is kept until a backup holds it. */
const settledBy = (state: LocalState, answer: PullAnswer): Pick<LocalChange, 'removeOutbox' | 'putKept'> => {
  const settled = state.outbox.flatMap((entry) =>
    entry.acknowledgedRev !== null && entry.acknowledgedRev <= answer.top
      ? [{ entry, rev: entry.acknowledgedRev }]
      : [],
  );
  return {
    removeOutbox: settled.map(({ entry }) => entry.n),
    putKept: keepUntilSafe(settled, answer.safe),
  };
};
