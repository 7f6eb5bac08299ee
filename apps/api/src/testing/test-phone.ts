import type { Json } from '@lianxin/domain';
import { type Mutation, type PullAnswer, type PushAnswer, pullAnswerSchema, pushAnswerSchema } from '@lianxin/protocol';
import { v7 } from 'uuid';
import type { TestClient } from './test-app.ts';

/** Is the wire side of a phone: it numbers its mutations and keeps its cursors, nothing else. */
export interface TestPhone {
  readonly replicaId: string;
  readonly mutation: (name: string, args: Json) => Mutation;
  readonly push: (mutations: readonly Mutation[], more?: Readonly<Record<string, unknown>>) => Promise<PushAnswer>;
  /** Pulls page after page until the checkpoint. */
  readonly pullAll: () => Promise<readonly PullAnswer[]>;
  /** Asks for the first page as a new phone does that takes segments; its own cursors stay. */
  readonly pullFresh: () => Promise<PullAnswer>;
}

/** Makes a phone in one community. */
export const createTestPhone = (client: TestClient, communityId: string, now: () => number): TestPhone => {
  const replicaId = v7();
  const have: Record<string, number> = {};
  let n = 0;
  let epoch: string | null = null;
  const call = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await client.request('POST', path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    replicaId,
    mutation: (name, args) => {
      n += 1;
      return { id: v7(), n, name, version: 1, at: now(), offsetMs: 0, args };
    },
    push: async (mutations, more = {}) =>
      pushAnswerSchema.parse(
        await call('/sync/push', { version: 1, schema: 1, communityId, epoch, replicaId, mutations, left: 0, ...more }),
      ),
    pullAll: async () => {
      const pages: PullAnswer[] = [];
      for (let page = 0; page < 100; page += 1) {
        const answer = pullAnswerSchema.parse(
          await call('/sync/pull', { version: 1, schema: 1, communityId, epoch, replicaId, have }),
        );
        epoch = answer.epoch;
        for (const bucket of answer.buckets) have[bucket.bucket] = bucket.to;
        for (const bucket of answer.drop) delete have[bucket];
        pages.push(answer);
        if (answer.checkpoint) return pages;
      }
      throw new Error('the pull never ended');
    },
    pullFresh: async () => {
      const request = { version: 1, schema: 1, communityId, epoch: null, replicaId: v7(), have: {}, segments: {} };
      return pullAnswerSchema.parse(await call('/sync/pull', request));
    },
  };
};
