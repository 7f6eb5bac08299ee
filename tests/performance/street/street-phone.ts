import { pullAnswerSchema } from '@lianxin/protocol';
import { communityBucket, gridBucket, userBucket } from '@lianxin/sync/merge';
import { idAt, type StreetCommunity, type StreetWorker } from './street.ts';
import { createStreetOutbox } from './street-outbox.ts';

/** Is one request of a phone. */
export interface PhoneCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie: string;
  readonly body?: unknown;
}

/** Is what came back, and after how long; `retryAfterMs` is null without the header. */
export interface PhoneReply {
  readonly status: number;
  readonly retryAfterMs: number | null;
  readonly text: string;
  readonly ms: number;
}

/** Carries a request, over a socket or straight into the application. */
export type Send = (call: PhoneCall) => Promise<PhoneReply>;

/** Names what phones ask for: `weekBehind` reads what changed in a week, `firstPage` the first 2,000 rows of a grid, `session` who is signed in. */
export type Work = 'pull' | 'push' | 'session' | 'weekBehind' | 'firstPage';

/** Is a phone that is up to date, has one worker and does one thing at a time. */
export interface StreetPhone {
  readonly call: (work: Work) => Promise<PhoneReply>;
  /** How many rows its pulls have brought. */
  readonly rowsTaken: () => number;
}

/** Makes the phone of a worker. A push is offered again, unchanged, until it is answered. */
export const createStreetPhone = (community: StreetCommunity, worker: StreetWorker, send: Send): StreetPhone => {
  const buckets = [communityBucket(community.id), userBucket(worker.accountId), gridBucket(worker.gridId)];
  const cursors = (rev: number): Record<string, number> => Object.fromEntries(buckets.map((bucket) => [bucket, rev]));
  const outbox = createStreetOutbox(worker, community.grids.find(({ id }) => id === worker.gridId)?.doors ?? []);
  const have = cursors(community.top);
  const head = { version: 1, schema: 1, communityId: community.id, epoch: community.epoch };
  const replicaId = idAt(Date.now(), worker.gridId.slice(24, 32));
  const cookie = `lianxin=${worker.token}`;
  let rows = 0;

  const pull = async (from: Readonly<Record<string, number>>): Promise<PhoneReply> =>
    send({ method: 'POST', path: '/sync/pull', cookie, body: { ...head, replicaId, have: from } });

  const work: Readonly<Record<Work, () => Promise<PhoneReply>>> = {
    session: () => send({ method: 'GET', path: '/session', cookie }),
    weekBehind: () => pull(cursors(community.weekAgo)),
    firstPage: () => pull({}),
    pull: async () => {
      const reply = await pull(have);
      if (reply.status !== 200) return reply;
      const answer = pullAnswerSchema.parse(JSON.parse(reply.text));
      for (const page of answer.buckets) {
        have[page.bucket] = page.to;
        rows += page.rows.length;
      }
      return reply;
    },
    push: async () => {
      const mutations = outbox.offer(have[gridBucket(worker.gridId)] ?? 0);
      const body = { ...head, replicaId, mutations, left: 0 };
      const reply = await send({ method: 'POST', path: '/sync/push', cookie, body });
      if (reply.status === 200) outbox.settle(reply.text);
      return reply;
    },
  };
  return { call: (name) => work[name](), rowsTaken: () => rows };
};
