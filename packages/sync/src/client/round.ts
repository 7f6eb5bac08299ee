import type { Instant } from '@lianxin/domain';
import type {
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  SegmentsAnswer,
  SegmentsRequest,
} from '@lianxin/protocol';
import { type Ahead, askAhead } from './ask-ahead.ts';
import type { LocalChange, LocalState } from './local-state.ts';
import { pendingRows } from './pending-segments.ts';
import { takePage } from './pull-step.ts';
import {
  afterPull,
  afterPush,
  afterSegments,
  freshRound,
  nextRequest,
  type RoundProgress,
  type RoundRequest,
  type RoundResult,
  type TransportRefusal,
  takePush,
} from './round-step.ts';
import type { RowView } from './row-index.ts';
import { takeSegments } from './take-segments.ts';

/** Carries requests to the server. A refusal by status is a value; a lost network throws. */
export interface Transport {
  readonly push: (request: PushRequest) => Promise<PushAnswer | TransportRefusal>;
  readonly pull: (request: PullRequest) => Promise<PullAnswer | TransportRefusal>;
  /** Fetches segments, each named by the hash of the bytes that came; those that the server does not have are left out. */
  readonly segments: (request: SegmentsRequest) => Promise<SegmentsAnswer | TransportRefusal>;
}

/** Is what one round needs from the phone. `update` plans against the newest state and stores the change durably, with no other writer between. */
export interface RoundPorts {
  readonly transport: Transport;
  readonly state: () => LocalState;
  readonly rows: () => RowView;
  readonly update: (plan: () => LocalChange | null) => Promise<LocalChange | null>;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly onProgress?: (progress: { readonly received: number; readonly remaining: number }) => void;
}

/** Pushes until nothing waits, then pulls until a checkpoint. Stops early with a reason; throws when the network or the phone's storage fails. */
export const runRound = async (ports: RoundPorts): Promise<RoundResult> => {
  let progress = freshRound;
  const asking: Asking = { pull: askAhead(ports.transport.pull), segments: askAhead(ports.transport.segments) };
  for (;;) {
    const next = nextRequest(ports.state(), progress);
    if (next.type === 'done') return next.result;
    if (next.type === 'push') progress = await push(ports, progress, next);
    else if (next.type === 'pull') progress = await pull({ ...ports, asking }, progress, next);
    else progress = await fetchSegments({ ...ports, asking }, progress, next);
  }
};

interface Asking {
  readonly pull: Ahead<PullRequest, PullAnswer | TransportRefusal>;
  readonly segments: Ahead<SegmentsRequest, SegmentsAnswer | TransportRefusal>;
}

type AskingPorts = RoundPorts & { readonly asking: Asking };

/** While an answer is being stored the next request is already under way; should the phone stand elsewhere then, it asks anew. */
const askNext = ({ state, asking }: AskingPorts, change: LocalChange, progress: RoundProgress): void => {
  const next = nextRequest({ ...state(), meta: change.meta }, progress);
  if (next.type === 'pull') asking.pull.send(next.request);
  else if (next.type === 'segments') asking.segments.send(next.request);
};

const push = async (
  ports: RoundPorts,
  progress: RoundProgress,
  { request }: Extract<RoundRequest, { type: 'push' }>,
): Promise<RoundProgress> => {
  const answer = await ports.transport.push(request);
  if (!('type' in answer)) await ports.update(() => takePush(ports.state(), progress, { answer, ...localOf(ports) }));
  return afterPush(progress, request, answer);
};

const pull = async (
  ports: AskingPorts,
  progress: RoundProgress,
  { request }: Extract<RoundRequest, { type: 'pull' }>,
): Promise<RoundProgress> => {
  const answer = await ports.asking.pull.answerTo(request);
  if ('type' in answer) return afterPull(progress, answer, null);
  const change = await ports.update(() => {
    const planned = takePage(ports.state(), ports.rows(), answer, localOf(ports));
    if (planned !== null) askNext(ports, planned, afterPull(progress, answer, planned));
    return planned;
  });
  const next = afterPull(progress, answer, change);
  if (change !== null) {
    const remaining = answer.buckets.reduce((sum, page) => sum + page.remaining, 0);
    ports.onProgress?.({ received: next.received, remaining: remaining + pendingRows(change.meta.segments) });
  }
  return next;
};

const fetchSegments = async (
  ports: AskingPorts,
  progress: RoundProgress,
  { request }: Extract<RoundRequest, { type: 'segments' }>,
): Promise<RoundProgress> => {
  const answer = await ports.asking.segments.answerTo(request);
  if ('type' in answer) return afterSegments(progress, answer, null);
  const change = await ports.update(() => {
    const planned = takeSegments(ports.state(), ports.rows(), answer);
    if (planned !== null) askNext(ports, planned, afterSegments(progress, answer, planned));
    return planned;
  });
  const next = afterSegments(progress, answer, change);
  if (change !== null) ports.onProgress?.({ received: next.received, remaining: pendingRows(change.meta.segments) });
  return next;
};

const localOf = (ports: RoundPorts) => ({ now: ports.now(), newReplicaId: ports.newId() });
