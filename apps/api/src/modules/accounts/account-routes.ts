import { civilDateAt, type Result } from '@lianxin/domain';
import {
  type Account,
  accountAnswerSchema,
  accountsAnswerSchema,
  changePostingsSchema,
  inviteAnswerSchema,
  inviteRequestSchema,
} from '@lianxin/protocol';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { originOf } from '../../http/address.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { NotAllowed, NotFound } from '../../store/refusals.ts';
import { issueInvitation } from '../session/invitation-routes.ts';

const nothing = z.strictObject({});

/** Lets administrators invite people, give them duties and end their access. */
export const accountRoutes = (deps: AppDeps): readonly Route[] => {
  const { accounts } = deps.store;
  const issue = (context: Context) => issueInvitation(deps, originOf(deps.address, context.req.header('host') ?? null));
  return [
    defineRoute({
      name: 'listAccounts',
      access: 'admin',
      summary: 'Lists the accounts within reach',
      answer: accountsAnswerSchema,
      handle: async ({ caller }) => Response.json({ accounts: await accounts.list(caller.scope) }),
    }),
    defineRoute({
      name: 'inviteAccount',
      access: 'admin',
      summary: 'Invites somebody; the link and code are shown once',
      body: inviteRequestSchema,
      answer: inviteAnswerSchema,
      handle: async ({ caller, body, context }) => {
        const { kept, shown } = issue(context);
        const account = { name: body.name, postings: body.postings, canViewUnmasked: body.canViewUnmasked ?? false };
        const invited = await accounts.invite(caller.scope, account, kept);
        return invited.ok
          ? Response.json(
              { account: invited.value, invitation: { ...shown, accountId: invited.value.id } },
              { status: 201 },
            )
          : refusal(invited.error);
      },
    }),
    defineRoute({
      name: 'reinviteAccount',
      access: 'admin',
      summary: 'Makes a new invitation for somebody who lost theirs or forgot the password',
      body: nothing,
      answer: inviteAnswerSchema,
      handle: async ({ caller, param, context }) => {
        const { kept, shown } = issue(context);
        const invited = await accounts.reinvite(caller.scope, param('id'), kept);
        return invited.ok
          ? Response.json({ account: invited.value, invitation: { ...shown, accountId: invited.value.id } })
          : refusal(invited.error);
      },
    }),
    defineRoute({
      name: 'changePostings',
      access: 'admin',
      summary: "Replaces an account's duties; what is left out ends",
      body: changePostingsSchema,
      answer: accountAnswerSchema,
      handle: async ({ caller, param, body }) => {
        const today = civilDateAt(deps.now());
        if (body.postings.some(({ toOn }) => toOn && toOn < today)) return problem('malformed', { detail: 'toOn' });
        return accountAnswer(await accounts.changePostings(caller.scope, param('id'), body.postings));
      },
    }),
    defineRoute({
      name: 'disableAccount',
      access: 'admin',
      summary: 'Ends an account and every session of it',
      body: nothing,
      answer: accountAnswerSchema,
      handle: async ({ caller, param }) => accountAnswer(await accounts.disable(caller.scope, param('id'))),
    }),
  ];
};

const accountAnswer = (result: Result<Account, NotFound | NotAllowed>): Response =>
  result.ok ? Response.json({ account: result.value }) : refusal(result.error);

const refusal = (error: NotFound | NotAllowed): Response =>
  problem(error.type === 'NotAllowed' ? 'notAllowed' : 'notFound');
