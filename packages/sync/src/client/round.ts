import type { Instant } from '@lianxin/domain';
import type { PullAnswer, PullRequest, PushAnswer, PushRequest } from '@lianxin/protocol';
import type { LocalChange, LocalState } from './local-state.ts';
import { planPull, takePage } from './pull-step.ts';
import { planPush, takePushAnswer } from './push-step.ts';
import type { RowView } from './row-index.ts';

/** Carries requests to the server. A refusal by status is a value; a lost network throws. */
export interface Transport {
  readonly push: (request: PushRequest) => Promise<PushAnswer | TransportRefusal>;
  readonly pull: (request: PullRequest) => Promise<PullAnswer | TransportRefusal>;
}

/** Is a request that the server answered without doing it. */
export interface TransportRefusal {
  readonly type: 'refusal';
  readonly reason: 'signedOut' | 'tooLarge' | 'busy' | 'rejected';
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

/** Tells how a round ended. */
export type RoundResult = 'settled' | TransportRefusal['reason'];

/** The most requests of one round; a bound, not an expectation, so that a confused pair stops. */
const maxRequests = 2_000;

/** Pushes until nothing waits, then pulls until a checkpoint. Stops early with a reason; throws when the network or the phone's storage fails. */
export const runRound = async (ports: RoundPorts): Promise<RoundResult> => {
  const pushed = await pushAll(ports);
  if (pushed !== 'settled') return pushed;
  return await pullAll(ports);
};

const pushAll = async (ports: RoundPorts): Promise<RoundResult> => {
  let limit: number | undefined;
  for (let count = 0; count < maxRequests; count += 1) {
    const request = planPush(ports.state(), limit);
    if (request === null) return 'settled';
    const answer = await ports.transport.push(request);
    if ('type' in answer) {
      if (answer.reason !== 'tooLarge' || request.mutations.length === 1) return answer.reason;
      limit = Math.ceil(request.mutations.length / 2);
      continue;
    }
    await ports.update(() => takePushAnswer(ports.state(), answer, { now: ports.now(), newReplicaId: ports.newId() }));
    if (answer.stop === 'upgrade' || answer.stop === 'wipe') return 'rejected';
  }
  return 'busy';
};

const pullAll = async (ports: RoundPorts): Promise<RoundResult> => {
  let received = 0;
  for (let count = 0; count < maxRequests; count += 1) {
    const answer = await ports.transport.pull(planPull(ports.state()));
    if ('type' in answer) return answer.reason;
    const change = await ports.update(() =>
      takePage(ports.state(), ports.rows(), answer, { now: ports.now(), newReplicaId: ports.newId() }),
    );
    if (change === null) continue;
    received += answer.buckets.reduce((sum, page) => sum + page.rows.length, 0);
    ports.onProgress?.({ received, remaining: answer.buckets.reduce((sum, page) => sum + page.remaining, 0) });
    if (answer.checkpoint && change.meta.checkpoint === answer.top) return 'settled';
  }
  return 'busy';
};
