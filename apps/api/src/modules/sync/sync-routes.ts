import {
  maxPushBytes,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
} from '@lianxin/protocol';
import { authorizeSync } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';

/** Carries phones' work: mutations up, row images down. */
export const syncRoutes = ({ store }: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'push',
    access: 'handIn',
    summary: 'Applies mutations in order, each exactly once; a mutation that fails is an outcome, not an error',
    body: pushRequestSchema,
    answer: pushAnswerSchema,
    maxBytes: maxPushBytes,
    handle: async ({ caller, body }) => {
      const answer = await store.sync.push(authorizeSync(caller), body);
      return answer.ok ? Response.json(answer.value) : problem('notFound');
    },
  }),
  defineRoute({
    name: 'pull',
    access: 'signedIn',
    summary: 'Reads one page of everything that changed after the cursors',
    body: pullRequestSchema,
    answer: pullAnswerSchema,
    handle: async ({ caller, body }) => {
      const answer = await store.sync.pull(authorizeSync(caller), body);
      if (answer.ok) return Response.json(answer.value);
      return answer.error.type === 'Behind' ? problem('behind', { retryAfterMs: 60_000 }) : problem('notFound');
    },
  }),
];
