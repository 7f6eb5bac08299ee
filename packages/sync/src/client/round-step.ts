import type {
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  SegmentsAnswer,
  SegmentsRequest,
} from '@lianxin/protocol';
import type { LocalChange, LocalState } from './local-state.ts';
import { hasPending, nextSegments } from './pending-segments.ts';
import { planPull, type StepLocal } from './pull-step.ts';
import { emptyPush, planPush, takePushAnswer } from './push-step.ts';
import { setAside } from './set-aside.ts';

/** Is a request that the server answered without doing it: `tooLarge` and `malformed` tell of what the request holds, the others of something else. */
export interface TransportRefusal {
  readonly type: 'refusal';
  readonly reason: 'signedOut' | 'tooLarge' | 'malformed' | 'busy' | 'rejected';
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** Tells how a round ended. */
export type RoundResult = 'settled' | TransportRefusal['reason'];

/** Is a request of a round. */
export type RoundRequest =
  | { readonly type: 'push'; readonly request: PushRequest }
  | { readonly type: 'pull'; readonly request: PullRequest }
  | { readonly type: 'segments'; readonly request: SegmentsRequest };

/** Is how far a round has come: first it pushes until nothing waits, then it pulls until a checkpoint; what lies in segments comes when all buckets are at their end. */
export interface RoundProgress {
  readonly phase: 'push' | 'pull';
  /** The most mutations of the next push, after the server could not take one. */
  readonly limit: number | undefined;
  /** A mutation that the server could not take by itself. An empty push comes next: when that is taken, the mutation is at fault and is set aside. */
  readonly suspect: string | null;
  /** Whether an empty push has asked, after a refused pull, if the server began another history. */
  readonly hasAsked: boolean;
  readonly requests: number;
  readonly received: number;
  /** Whether the newest page told every bucket to its end, so that segments may be asked for. */
  readonly isCaughtUp: boolean;
  /** How often in a row segments were asked for and none could be taken. */
  readonly missed: number;
  /** Whether the server is of an older day and does not understand a pull that speaks of segments. */
  readonly isPlain: boolean;
  readonly result: RoundResult | null;
}

/** Is a round that has not begun. */
export const freshRound: RoundProgress = {
  phase: 'push',
  limit: undefined,
  suspect: null,
  hasAsked: false,
  requests: 0,
  received: 0,
  isCaughtUp: false,
  missed: 0,
  isPlain: false,
  result: null,
};

/** The most requests of one phase; a bound, not an expectation, so that a confused pair stops. */
const maxRequests = 2_000;

/** Segments that come damaged or not at all, and are not given up either, are left for a later round. */
const mostMissed = 3;

/** Tells what a round asks next, or how it ended. */
export const nextRequest = (
  state: LocalState,
  progress: RoundProgress,
): RoundRequest | { readonly type: 'done'; readonly result: RoundResult } => {
  if (mustAsk(state, progress)) return { type: 'push', request: emptyPush(state) };
  if (progress.result !== null) return { type: 'done', result: progress.result };
  if (progress.requests >= maxRequests) return { type: 'done', result: 'busy' };
  const push = progress.phase === 'push' ? planPush(state, progress.limit) : null;
  if (push === null) return nextDown(state, progress);
  return { type: 'push', request: progress.suspect === null ? push : emptyPush(state) };
};

const nextDown = (state: LocalState, { isCaughtUp, isPlain }: RoundProgress): RoundRequest =>
  isCaughtUp && hasPending(state.meta.segments)
    ? { type: 'segments', request: { communityId: state.meta.communityId, hashes: nextSegments(state) } }
    : { type: 'pull', request: planPull(state, isPlain) };

/** Whom the server tells nothing any more, a disabled account, still has to hear of a restore: what it keeps may be lost there. */
const mustAsk = (state: LocalState, { phase, result, hasAsked }: RoundProgress): boolean =>
  phase === 'pull' && (result === 'rejected' || result === 'signedOut') && !hasAsked && holdsAcknowledged(state);

const holdsAcknowledged = ({ kept, outbox }: LocalState): boolean =>
  kept.length > 0 || outbox.some((entry) => entry.acknowledgedRev !== null);

/** Moves a round on after the answer to its push was stored. */
export const afterPush = (
  progress: RoundProgress,
  request: PushRequest,
  answer: PushAnswer | TransportRefusal,
): RoundProgress => {
  if (progress.result !== null) return afterAsking(progress, answer);
  const next = { ...progress, requests: progress.requests + 1 };
  if (!('type' in answer)) {
    const isRefused = answer.stop === 'upgrade' || answer.stop === 'wipe';
    if (isRefused) return { ...next, result: 'rejected' };
    return progress.suspect === null ? next : { ...next, suspect: null, limit: undefined };
  }
  const { reason } = answer;
  const [first, second] = request.mutations;
  // The server takes nothing at all from this phone, so no mutation is to blame.
  if (first === undefined || (reason !== 'tooLarge' && reason !== 'malformed')) return { ...next, result: reason };
  if (second === undefined) return { ...next, suspect: first.id };
  return { ...next, limit: Math.ceil(request.mutations.length / 2) };
};

/** Another history is offered everything once more; in the same one nothing has changed and the round ends as it had. */
const afterAsking = (progress: RoundProgress, answer: PushAnswer | TransportRefusal): RoundProgress => {
  const isOtherHistory = !('type' in answer) && answer.stop === 'epoch';
  return isOtherHistory ? { ...freshRound, hasAsked: true } : { ...progress, hasAsked: true };
};

/** Plans what an answered push changes on the phone: an empty push that was taken proves the suspect guilty. */
export const takePush = (
  state: LocalState,
  { suspect }: RoundProgress,
  { answer, ...local }: StepLocal & { readonly answer: PushAnswer },
): LocalChange | null =>
  suspect !== null && answer.stop === null ? setAside(state, suspect) : takePushAnswer(state, answer, local);

/** Moves a round on after its page was stored; `change` is null when the page was discarded. */
export const afterPull = (
  progress: RoundProgress,
  answer: PullAnswer | TransportRefusal,
  change: LocalChange | null,
): RoundProgress => {
  const requests = progress.phase === 'pull' ? progress.requests + 1 : 1;
  const next: RoundProgress = { ...progress, phase: 'pull', requests };
  if ('type' in answer)
    return isOlderServer(progress, answer) ? { ...next, isPlain: true } : { ...next, result: answer.reason };
  if (change === null) return { ...next, isCaughtUp: false };
  const received = next.received + answer.buckets.reduce((sum, page) => sum + page.rows.length, 0);
  // A bucket that did not add up was just forgotten, so the next page brings it anew, also when nothing else is left to hear.
  const isWhole = answer.buckets.every((page) => change.meta.have[page.bucket] !== undefined);
  const isCaughtUp = answer.checkpoint && isWhole;
  const isSettled = isCaughtUp && !hasPending(change.meta.segments) && change.meta.checkpoint === answer.top;
  return { ...next, received, isCaughtUp, result: isSettled ? 'settled' : null };
};

/** A server that knows no segments cannot read a pull that speaks of them; nothing else in a pull is ever unreadable. */
const isOlderServer = ({ isPlain }: RoundProgress, { reason }: TransportRefusal): boolean =>
  reason === 'malformed' && !isPlain;

/** Moves a round on after the segments that came were stored; `change` is null when none was taken. What was given up is told by the next page. */
export const afterSegments = (
  progress: RoundProgress,
  answer: SegmentsAnswer | TransportRefusal,
  change: LocalChange | null,
): RoundProgress => {
  const next: RoundProgress = { ...progress, requests: progress.requests + 1 };
  if ('type' in answer) return { ...next, result: answer.reason };
  if (change !== null) return { ...next, missed: 0, received: next.received + change.putRows.length };
  const missed = progress.missed + 1;
  return { ...next, missed, isCaughtUp: false, result: missed >= mostMissed ? 'busy' : null };
};
