import type { PullAnswer, PullRequest, PushAnswer, PushRequest } from '@lianxin/protocol';
import type { LocalChange, LocalState } from './local-state.ts';
import { planPull } from './pull-step.ts';
import { planPush } from './push-step.ts';

/** Is a request that the server answered without doing it. */
export interface TransportRefusal {
  readonly type: 'refusal';
  readonly reason: 'signedOut' | 'tooLarge' | 'busy' | 'rejected';
}

/** Tells how a round ended. */
export type RoundResult = 'settled' | TransportRefusal['reason'];

/** Is a request of a round. */
export type RoundRequest =
  | { readonly type: 'push'; readonly request: PushRequest }
  | { readonly type: 'pull'; readonly request: PullRequest };

/** Is how far a round has come: first it pushes until nothing waits, then it pulls until a checkpoint. */
export interface RoundProgress {
  readonly phase: 'push' | 'pull';
  /** The most mutations of the next push, after the server found one too large. */
  readonly limit: number | undefined;
  readonly requests: number;
  readonly received: number;
  readonly result: RoundResult | null;
}

/** Is a round that has not begun. */
export const freshRound: RoundProgress = { phase: 'push', limit: undefined, requests: 0, received: 0, result: null };

/** The most requests of one phase; a bound, not an expectation, so that a confused pair stops. */
const maxRequests = 2_000;

/** Tells what a round asks next, or how it ended. */
export const nextRequest = (
  state: LocalState,
  progress: RoundProgress,
): RoundRequest | { readonly type: 'done'; readonly result: RoundResult } => {
  if (progress.result !== null) return { type: 'done', result: progress.result };
  if (progress.requests >= maxRequests) return { type: 'done', result: 'busy' };
  const push = progress.phase === 'push' ? planPush(state, progress.limit) : null;
  return push === null ? { type: 'pull', request: planPull(state) } : { type: 'push', request: push };
};

/** Moves a round on after the answer to its push was stored. */
export const afterPush = (
  progress: RoundProgress,
  request: PushRequest,
  answer: PushAnswer | TransportRefusal,
): RoundProgress => {
  const next = { ...progress, requests: progress.requests + 1 };
  if (!('type' in answer)) {
    const isRefused = answer.stop === 'upgrade' || answer.stop === 'wipe';
    return isRefused ? { ...next, result: 'rejected' } : next;
  }
  if (answer.reason !== 'tooLarge' || request.mutations.length === 1) return { ...next, result: answer.reason };
  return { ...next, limit: Math.ceil(request.mutations.length / 2) };
};

/** Moves a round on after its page was stored; `change` is null when the page was discarded. */
export const afterPull = (
  progress: RoundProgress,
  answer: PullAnswer | TransportRefusal,
  change: LocalChange | null,
): RoundProgress => {
  const requests = progress.phase === 'pull' ? progress.requests + 1 : 1;
  const next: RoundProgress = { ...progress, phase: 'pull', requests };
  if ('type' in answer) return { ...next, result: answer.reason };
  if (change === null) return next;
  const received = next.received + answer.buckets.reduce((sum, page) => sum + page.rows.length, 0);
  // A bucket that did not add up was just forgotten, so the next page brings it anew, also when nothing else is left to hear.
  const isWhole = answer.buckets.every((page) => change.meta.have[page.bucket] !== undefined);
  const isSettled = answer.checkpoint && isWhole && change.meta.checkpoint === answer.top;
  return { ...next, received, result: isSettled ? 'settled' : null };
};
