import type { Instant } from '@lianxin/domain';
import type { Bucket, PullAnswer, PullRequest, PushAnswer, PushRequest } from '@lianxin/protocol';
import { communityBucket, gridBucket, type StoredRow, userBucket } from '@lianxin/sync/merge';
import type { WriteScope } from '@lianxin/sync/server';
import { pullFrom } from './memory-pull.ts';
import { pushInto } from './memory-push.ts';
import { copySpace, createSpace, type Space, writeRows } from './memory-space.ts';

/** Is who speaks to the server. */
export interface Session {
  readonly userId: string;
  readonly userName: string;
}

/** Is where somebody is posted in the community; null when nowhere. */
export interface PostedAs {
  readonly gridIds: readonly string[];
  readonly isVolunteer: boolean;
}

/** Is what a memory server needs. */
export interface ServerPorts {
  readonly communityId: string;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** The most rows of a page; small in tests, so that pages are cut. */
  readonly pageRows?: number;
}

/** Is the server of one community over maps, driving the real step functions as a store drives them. */
export interface MemoryServer {
  readonly push: (session: Session, request: PushRequest) => PushAnswer;
  readonly pull: (session: Session, request: PullRequest) => PullAnswer;
  readonly post: (userId: string, posting: PostedAs | null) => void;
  readonly bucketsOf: (userId: string) => readonly Bucket[];
  /** Writes rows at the next rev, as an import does. */
  readonly load: (rows: readonly StoredRow[]) => void;
  /** Starts another epoch of the same rows, as a restored backup does. */
  readonly restartEpoch: () => void;
  /** Shows what the server holds now. */
  readonly space: () => Readonly<Space>;
}

/** Creates an empty server. Every request is one transaction on a copy; a throw leaves the server as it was. */
export const createMemoryServer = (ports: ServerPorts): MemoryServer => {
  let space = createSpace(ports.communityId, ports.newId());
  const postings = new Map<string, PostedAs>();
  const bucketsOf = (userId: string): readonly Bucket[] => {
    const posting = postings.get(userId);
    return posting === undefined
      ? []
      : [communityBucket(ports.communityId), userBucket(userId), ...posting.gridIds.map(gridBucket)];
  };
  const limits = {
    rows: ports.pageRows ?? 2_000,
    bytes: 512 * 1024,
    bytesOf: (row: unknown) => JSON.stringify(row).length,
  };
  return {
    push: (session, request) => {
      const draft = copySpace(space);
      const scope = scopeOf(session, postings.get(session.userId));
      const { outcomes, stop } = pushInto(draft, request, { scope, now: ports.now(), newId: ports.newId });
      space = draft;
      return {
        version: 1,
        epoch: space.epoch,
        replicaId: request.replicaId,
        serverNow: ports.now(),
        outcomes,
        stop,
        safe: 0,
      };
    },
    pull: (session, request) => {
      const page = pullFrom(space, request, { granted: bucketsOf(session.userId), limits });
      return { version: 1, epoch: space.epoch, serverNow: ports.now(), safe: 0, audit: null, ...page };
    },
    post: (userId, posting) => {
      if (posting === null) postings.delete(userId);
      else postings.set(userId, posting);
    },
    bucketsOf,
    load: (rows) => {
      space = copySpace(space);
      space.seq += 1;
      writeRows(
        space,
        rows.map((row) => ({ ...row, rev: space.seq })),
      );
    },
    restartEpoch: () => {
      // The jump keeps a rev from ever meaning two things, as a restore does.
      space = { ...copySpace(space), epoch: ports.newId(), seq: space.seq + 1_000_000_000 };
    },
    space: () => space,
  };
};

const scopeOf = (session: Session, posting: PostedAs | undefined): WriteScope => ({
  userId: session.userId,
  userName: session.userName,
  gridBuckets: new Set((posting?.gridIds ?? []).map(gridBucket)),
  formerGridBuckets: new Set(),
  isVolunteer: posting?.isVolunteer ?? false,
  isPosted: posting !== undefined,
  isDisabled: false,
});
