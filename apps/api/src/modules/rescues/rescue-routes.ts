import { rescueAnswerSchema } from '@lianxin/protocol';
import type { AppDeps } from '../../http/deps.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { handInRescue } from './hand-in-rescue.ts';
import { readRescue } from './read-rescue.ts';

/** Takes in work from a phone that cannot send it itself. */
export const rescueRoutes = (deps: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'handInRescue',
    access: 'admin',
    summary:
      'Opens a rescue file (multipart: file) and tells what it holds; with confirm=yes pushes it as its author, each mutation exactly once',
    parts: ['file', 'confirm'],
    answer: rescueAnswerSchema,
    handle: async ({ caller, context }) => {
      const opened = await readRescue(context.req.raw, deps);
      return opened.ok ? handInRescue(deps, caller, opened.value) : opened.error;
    },
  }),
];
