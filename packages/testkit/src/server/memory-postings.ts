import type { Instant } from '@lianxin/domain';
import type { Mutation } from '@lianxin/protocol';
import { gridBucket } from '@lianxin/sync/merge';
import { eventTime, lateMutations, type WriteScope } from '@lianxin/sync/server';
import type { Session } from './session.ts';

/** Is where somebody is posted in the community; null when nowhere. */
export interface PostedAs {
  readonly gridIds: readonly string[];
  readonly isVolunteer: boolean;
}

/** Knows who is posted where, and where they were. */
export interface Postings {
  readonly now: (userId: string) => PostedAs | undefined;
  readonly post: (userId: string, posting: PostedAs | null, at: Instant) => void;
  readonly setDisabled: (userId: string, isDisabled: boolean) => void;
  readonly isDisabled: (userId: string) => boolean;
  /** Tells what somebody may write with one mutation. */
  readonly scopeOf: (
    session: Session,
    mutation: Mutation,
    times: { readonly now: Instant; readonly previousEventAt: Instant },
  ) => WriteScope;
}

/** How long what an ex-worker saw before leaving is still taken in. */
const lateWriteGraceMs = 30 * 86_400_000;

/** Creates a place where nobody is posted. */
export const createPostings = (): Postings => {
  const current = new Map<string, PostedAs>();
  const former = new Map<string, { readonly gridId: string; readonly endedAt: Instant }[]>();
  const disabled = new Set<string>();
  return {
    now: (userId) => current.get(userId),
    post: (userId, posting, at) => {
      const left = (current.get(userId)?.gridIds ?? []).filter((gridId) => !posting?.gridIds.includes(gridId));
      former.set(userId, [...(former.get(userId) ?? []), ...left.map((gridId) => ({ gridId, endedAt: at }))]);
      if (posting === null) current.delete(userId);
      else current.set(userId, posting);
    },
    setDisabled: (userId, isDisabled) => {
      if (isDisabled) disabled.add(userId);
      else disabled.delete(userId);
    },
    isDisabled: (userId) => disabled.has(userId),
    scopeOf: (session, mutation, { now, previousEventAt }) => {
      const { eventAt } = eventTime(mutation, { previous: previousEventAt, now });
      const late = (former.get(session.userId) ?? []).filter(
        ({ endedAt }) => lateMutations.has(mutation.name) && eventAt <= endedAt && now - endedAt <= lateWriteGraceMs,
      );
      const posting = current.get(session.userId);
      const isDisabled = disabled.has(session.userId);
      return {
        userId: session.userId,
        userName: session.userName,
        gridBuckets: new Set((posting?.gridIds ?? []).map(gridBucket)),
        formerGridBuckets: new Set(late.map(({ gridId }) => gridBucket(gridId))),
        hasLeftGrids: (former.get(session.userId) ?? []).length > 0,
        isVolunteer: posting?.isVolunteer ?? false,
        isPosted: !isDisabled && (posting !== undefined || late.length > 0),
        isDisabled,
      };
    },
  };
};
