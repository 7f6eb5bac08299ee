import {
  maxPushBytes,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
  segmentHashSchema,
} from '@lianxin/protocol';
import * as z from 'zod/mini';
import { authorizeSync } from '../../access/authorize.ts';
import { phoneBuckets } from '../../access/phone-buckets.ts';
import type { Principal } from '../../access/principal.ts';
import type { AppDeps, CrowdLimits } from '../../http/deps.ts';
import { jsonAnswer } from '../../http/json-answer.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { createTurnstile } from '../../http/turnstile.ts';
import { createPrincipalFinder } from '../session/session-routes.ts';
import { packedAnswer, restingAnswer } from './brotli-answer.ts';
import { type StreamSettings, streamSyncEvents } from './sync-event-stream.ts';
import { createSyncEvents } from './sync-events.ts';

/** Carries phones' work: mutations up, row images down. */
export const syncRoutes = (deps: AppDeps, crowds = deps.crowds ?? usualCrowds): readonly Route[] => [
  syncEventsRoute(deps),
  defineRoute({
    name: 'push',
    access: 'handIn',
    summary: 'Applies mutations in order, each exactly once; a mutation that fails is an outcome, not an error',
    body: pushRequestSchema,
    answer: pushAnswerSchema,
    maxBytes: maxPushBytes,
    crowd: { turnstile: createTurnstile(crowds.push), weigh: ({ mutations }) => Math.max(1, mutations.length) },
    handle: async ({ caller, body }) => {
      const answer = await deps.store.sync.push(authorizeSync(caller), body);
      return answer.ok ? jsonAnswer(answer.value) : problem('notFound');
    },
  }),
  defineRoute({
    name: 'pull',
    access: 'signedIn',
    summary: 'Reads one page of everything that changed after the cursors',
    body: pullRequestSchema,
    answer: pullAnswerSchema,
    crowd: { turnstile: createTurnstile(crowds.pull), weigh: ({ have }) => (Object.keys(have).length === 0 ? 20 : 1) },
    handle: async ({ caller, body, context }) => {
      const answer = await deps.store.sync.pull(authorizeSync(caller), body);
      if (answer.ok) return packedAnswer(context, answer.value);
      return answer.error.type === 'Behind' ? problem('behind', { retryAfterMs: 60_000 }) : problem('notFound');
    },
  }),
  defineRoute({
    name: 'getSegment',
    access: 'signedIn',
    summary: 'Reads one segment of older visits, named by the hash of its JSON; nothing of it may stay in a cache',
    query: z.object({ community: z.string() }),
    handle: async ({ caller, query, param, context }) => {
      const hash = segmentHashSchema.safeParse(param('hash'));
      if (!hash.success) return problem('notFound');
      const named = { communityId: query.community, hash: hash.data };
      const found = await deps.store.sync.segment(authorizeSync(caller), named);
      return found.ok ? restingAnswer(context, found.value) : problem('notFound');
    },
  }),
];

/** Mutations that share a commit, a few dozen milliseconds' worth, and how many may wait for the writer: some seconds' worth. A pull from nothing, with its page of two thousand rows, counts as twenty of those that find little or nothing. */
const usualCrowds: CrowdLimits = { push: { together: 25, waiting: 2_000 }, pull: { together: 20, waiting: 1_000 } };

const usualStreams: StreamSettings = {
  limits: { perAccount: 4, inAll: 2_000 },
  pace: { pokeEveryMs: 1_000, heartbeatMs: 20_000, lifeMs: 600_000 },
};
const fullRetryAfterMs = 30_000;

const syncEventsRoute = (deps: AppDeps): Route => {
  const { limits, pace } = deps.streams ?? usualStreams;
  const events = createSyncEvents(deps.store, limits, deps.stopping);
  const findPrincipal = createPrincipalFinder(deps);
  return defineRoute({
    name: 'syncEvents',
    access: 'signedIn',
    summary: 'Calls out that something the caller may see has changed, never what',
    query: z.object({ community: z.string() }),
    handle: ({ caller, query, context }) => {
      const { accountId } = caller;
      const scope = scopeOf(caller, query.community);
      if (scope === null) return problem('notFound');
      const subscription = events.subscribe({ accountId, communityId: query.community });
      if (subscription === null) return problem('busy', { retryAfterMs: fullRetryAfterMs });
      subscription.narrow(scope);
      const readScope = async () => scopeOf(await findPrincipal(context), query.community);
      // Streams that were opened together would also end together.
      const lifeMs = pace.lifeMs * (0.8 + 0.4 * Math.random());
      return streamSyncEvents(context, { subscription, readScope, pace: { ...pace, lifeMs } });
    },
  });
};

/** Tells the buckets of a community that somebody may see now; null for whoever may see none. */
const scopeOf = (principal: Principal | undefined, communityId: string): ReadonlySet<string> | null => {
  const access = principal?.communities.get(communityId);
  if (principal === undefined || principal.isRevoked || principal.wipeAskedAt !== null) return null;
  if (access === undefined) return null;
  return new Set(phoneBuckets(access, { communityId, accountId: principal.accountId }));
};
