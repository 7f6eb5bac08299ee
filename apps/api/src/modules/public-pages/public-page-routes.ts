import { isCodeToken } from '@lianxin/domain';
import { noticeAnswerSchema, workerCardSchema } from '@lianxin/protocol';
import * as z from 'zod/mini';
import { authorizeSync } from '../../access/authorize.ts';
import { clientAddress } from '../../http/client-address.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { createRateWindow } from '../../http/rate-window.ts';
import { defineRoute, type Route } from '../../http/route.ts';

/** A building's families scan from one address; a guesser of 128 bits gets nowhere anyway. */
const looksPerMinute = 120;

/** Tells what is printed on notices and slips, and who a worker is. */
export const publicPageRoutes = ({ store, now }: AppDeps): readonly Route[] => {
  const mayLook = createRateWindow(looksPerMinute);
  return [
    defineRoute({
      name: 'lookAtWorker',
      access: 'anyone',
      summary: 'Tells anybody at a door who a worker is: name, grid, unit and supervision phone',
      answer: workerCardSchema,
      handle: async ({ param, context }) => {
        const turn = mayLook(clientAddress(context), now());
        if (!turn.isAllowed) return problem('tooManyTries', { retryAfterMs: turn.retryAfterMs });
        const card = isCodeToken(param('token')) ? await store.publicPages.worker(param('token')) : undefined;
        return card === undefined ? problem('notFound') : Response.json(card);
      },
    }),
    defineRoute({
      name: 'getBuildingNotice',
      access: 'signedIn',
      summary: 'Tells what the printed notice of a building says',
      query: z.object({ community: z.string() }),
      answer: noticeAnswerSchema,
      handle: async ({ caller, param, query }) => {
        const place = { communityId: query.community, unitId: param('id') };
        const notice = await store.publicPages.notice(authorizeSync(caller), place);
        return notice === undefined ? problem('notFound') : Response.json(notice);
      },
    }),
  ];
};
