import type { Instant } from '@lianxin/domain';
import type {
  Bucket,
  Mutation,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  Segment,
  SegmentsRequest,
} from '@lianxin/protocol';
import type { TransportRefusal } from '@lianxin/sync/client';
import { communityBucket, gridBucket, type StoredRow, userBucket } from '@lianxin/sync/merge';
import { type ServerHabits, type ServerSteps, serverHabits, serverSteps } from '../steps/server-steps.ts';
import { createPostings, type PostedAs } from './memory-postings.ts';
import { pullFrom } from './memory-pull.ts';
import { pushInto } from './memory-push.ts';
import { copySpace, createSpace, writeRows } from './memory-space.ts';
import type { Session } from './session.ts';
import type { Space } from './space.ts';

/** Is what a memory server needs. */
export interface ServerPorts {
  readonly communityId: string;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** The most rows of a page; small in tests, so that pages are cut. */
  readonly pageRows?: number;
  readonly steps?: ServerSteps;
  readonly habits?: ServerHabits;
}

/** Is the server of one community over maps, driving the real step functions as a store drives them. */
export interface MemoryServer {
  readonly push: (session: Session, request: PushRequest) => PushAnswer;
  /** Takes a push and dies before its COMMIT; returns what somebody who answers before it has already said. */
  readonly pushInVain: (session: Session, request: PushRequest) => PushAnswer | null;
  /** Says whether a push must wait for another turn before its COMMIT; it then already has its revs. */
  readonly delays: (request: PushRequest) => boolean;
  readonly pull: (session: Session, request: PullRequest) => PullAnswer | TransportRefusal;
  /** Gives out those of the segments asked for that lie in somebody's buckets. */
  readonly segments: (session: Session, request: SegmentsRequest) => readonly Segment[] | TransportRefusal;
  readonly post: (userId: string, posting: PostedAs | null) => void;
  /** Ends an account, or gives it back. What a disabled account still hands in is held; it hears nothing. */
  readonly setDisabled: (userId: string, isDisabled: boolean) => void;
  readonly isDisabled: (userId: string) => boolean;
  readonly bucketsOf: (userId: string) => readonly Bucket[];
  /** Writes rows at the next rev, as an import does. */
  readonly load: (rows: readonly StoredRow[]) => void;
  /** Makes a verified backup: everything up to now is safe. */
  readonly backUp: () => void;
  readonly backup: () => Readonly<Space> | null;
  /** Goes back to the newest backup; nothing happens when there is none. */
  readonly restore: () => void;
  /** Starts another epoch of the same rows, as a backup restored at once does. */
  readonly restartEpoch: () => void;
  /** Shows what the server holds now. */
  readonly space: () => Readonly<Space>;
}

/** How far a restored counter jumps: a rev never means two things, also when the last ones were lost. */
const restoreJump = 1_000_000_000;

/** Creates an empty server. Every request is one transaction on a copy; a throw leaves the server as it was. */
export const createMemoryServer = (ports: ServerPorts): MemoryServer => {
  const { steps = serverSteps, habits = serverHabits, newId, now } = ports;
  let space = createSpace(ports.communityId, newId());
  let backup: Space | null = null;
  let safe = 0;
  const postings = createPostings();
  const early = new Map<string, number>();
  let pushes = 0;
  const bucketsOf = (userId: string): readonly Bucket[] => {
    const posting = postings.now(userId);
    return posting === undefined
      ? []
      : [communityBucket(ports.communityId), userBucket(userId), ...posting.gridIds.map(gridBucket)];
  };
  const limits = {
    rows: habits.cutsPages ? (ports.pageRows ?? 2_000) : Number.MAX_SAFE_INTEGER,
    bytes: 512 * 1024,
    // Where pages are cut by rows, nobody needs to measure them.
    bytesOf: (row: unknown) => (ports.pageRows === undefined ? JSON.stringify(row).length : 0),
  };
  const apply = (draft: Space, session: Session, request: PushRequest): PushAnswer => {
    const scopeOf = (mutation: Mutation, previousEventAt: Instant) =>
      postings.scopeOf(session, mutation, { now: now(), previousEventAt });
    const firstRev = early.get(keyOf(request));
    early.delete(keyOf(request));
    const context = { userId: session.userId, scopeOf, now: now(), newId, steps, habits };
    const done = pushInto(draft, request, firstRev === undefined ? context : { ...context, firstRev });
    return { version: 1, epoch: draft.epoch, replicaId: request.replicaId, serverNow: now(), safe, ...done };
  };
  return {
    push: (session, request) => {
      const draft = copySpace(space);
      const answer = apply(draft, session, request);
      space = draft;
      return answer;
    },
    pushInVain: (session, request) => {
      const answer = apply(copySpace(space), session, request);
      return habits.answersAfterCommit ? null : answer;
    },
    delays: (request) => {
      if (habits.countsInTransaction || early.has(keyOf(request))) return false;
      early.set(keyOf(request), space.seq + 1);
      space = { ...space, seq: space.seq + request.mutations.length };
      pushes += 1;
      return pushes % 2 === 1;
    },
    pull: (session, request) => {
      if (postings.isDisabled(session.userId)) return { type: 'refusal', reason: 'rejected' };
      const isBehind = Object.values(request.have).some((cursor) => cursor > space.seq);
      if (request.epoch === space.epoch && isBehind) return { type: 'refusal', reason: 'busy' };
      if (request.segments !== undefined) space = copySpace(space);
      const page = pullFrom(space, request, { granted: bucketsOf(session.userId), limits, steps, habits });
      return { version: 1, epoch: space.epoch, serverNow: now(), safe, audit: null, ...page };
    },
    segments: (session, { hashes }) => {
      if (postings.isDisabled(session.userId)) return { type: 'refusal', reason: 'rejected' };
      const granted = bucketsOf(session.userId);
      return hashes.flatMap((hash) => {
        const segment = space.segments.get(hash);
        return segment !== undefined && granted.includes(segment.bucket) ? [segment] : [];
      });
    },
    post: (userId, posting) => postings.post(userId, posting, now()),
    setDisabled: postings.setDisabled,
    isDisabled: postings.isDisabled,
    bucketsOf,
    load: (rows) => {
      space = copySpace(space);
      space.seq += 1;
      writeRows(
        space,
        rows.map((row) => ({ ...row, rev: space.seq })),
        steps,
      );
    },
    backUp: () => {
      backup = space;
      safe = space.seq;
    },
    backup: () => backup,
    restore: () => {
      if (backup === null) return;
      const epoch = habits.restoresAsNewEpoch ? newId() : space.epoch;
      const known = habits.remembersHighWater ? Math.max(space.seq, backup.seq) : backup.seq;
      space = { ...copySpace(backup), epoch, seq: habits.jumpsWhenRestored ? known + restoreJump : backup.seq };
      // What phones were told may belong to another history than the backup's, so nothing counts as backed up yet.
      safe = 0;
      early.clear();
    },
    restartEpoch: () => {
      space = { ...copySpace(space), epoch: newId(), seq: space.seq + restoreJump };
    },
    space: () => space,
  };
};

const keyOf = ({ replicaId, mutations }: PushRequest): string => `${replicaId} ${mutations[0]?.n} ${mutations.length}`;
