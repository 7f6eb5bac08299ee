import {
  type DepositReceipt,
  type DepositsAnswer,
  depositsAnswerSchema,
  handInDepositsSchema,
  maxDepositsBytes,
} from '@lianxin/protocol';
import { clientAddress } from '../../http/client-address.ts';
import type { AppDeps } from '../../http/deps.ts';
import { inBreaths } from '../../http/in-breaths.ts';
import { jsonAnswer } from '../../http/json-answer.ts';
import { problem } from '../../http/problem.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { createTurnstile } from '../../http/turnstile.ts';
import { type OpenedDeposit, openDeposit } from './open-deposit.ts';
import { pushDeposits } from './push-deposits.ts';

/** A whole office of phones behind one address hands in with room to spare; each call carries up to two hundred deposits. */
const usualLimits = { windowMs: 600_000, most: 240, addresses: 10_000 };

/** Opening costs a key agreement each, so fewer go together than pushes do. */
const usualCrowd = { together: 25, waiting: 1_000 };

/** Takes in sealed work from whoever brings it: for phones that are locked, lost, out of time or in somebody else's hands. */
export const depositRoutes = (deps: AppDeps): readonly Route[] => {
  const limit = createRateLimit(usualLimits);
  const keys = { ...deps, sessions: deps.store.sessions };
  return [
    defineRoute({
      name: 'handInDeposits',
      access: 'anyone',
      summary: 'Opens sealed work and pushes it as its author, each change exactly once; answers one receipt for each',
      body: handInDepositsSchema,
      answer: depositsAnswerSchema,
      maxBytes: maxDepositsBytes,
      crowd: { turnstile: createTurnstile(usualCrowd), weigh: ({ deposits }) => deposits.length },
      turnAway: (context) => {
        const wait = limit.take(clientAddress(context), deps.now());
        return wait > 0 ? problem('tooManyTries', { retryAfterMs: wait }) : undefined;
      },
      handle: async ({ body }) => {
        const opened = await inBreaths(body.deposits, (envelope) => openDeposit(keys, envelope));
        const proven = opened.flatMap((one): OpenedDeposit[] => (one.ok ? [one.value] : []));
        const decided = await pushDeposits(deps.store.sync, proven);
        const receipts = opened.map((one) =>
          one.ok ? receiptOf(one.value.content.mutation.id, decided) : refused(one.error),
        );
        return jsonAnswer({ receipts } satisfies DepositsAnswer);
      },
    }),
  ];
};

/** What an author was never posted to cannot be theirs to tell, ticket or not. */
const receiptOf = (id: string, decided: ReadonlySet<string>): DepositReceipt =>
  decided.has(id) ? { taken: true, mutationIds: [id], reason: null } : refused('forged');

const refused = (reason: NonNullable<DepositReceipt['reason']>): DepositReceipt => ({
  taken: false,
  mutationIds: [],
  reason,
});
