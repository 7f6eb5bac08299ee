import {
  endQuestionSetSchema,
  questionSetsAnswerSchema,
  questionSetsQuerySchema,
  saveQuestionSetSchema,
} from '@lianxin/protocol';
import { authorizeDesk, type DeskScope } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { BadQuestionSet, VersionChanged } from '../../store/question-set-port.ts';
import type { NotFound } from '../../store/refusals.ts';

/** Forty questions with thirty options each, in two languages. */
const largestSet = 512 * 1024;

/** Lets administrators say what is asked at the doors of their community. */
export const questionSetRoutes = ({ store }: AppDeps): readonly Route[] => {
  const { questionSets } = store.desk;
  const listAnswer = async (scope: DeskScope): Promise<Response> =>
    Response.json({ sets: await questionSets.list(scope) });
  return [
    defineRoute({
      name: 'listQuestionSets',
      access: 'admin',
      summary: 'Lists every version of every question set, the shipped ones among them, with what was counted',
      query: questionSetsQuerySchema,
      answer: questionSetsAnswerSchema,
      handle: async ({ caller, query }) => {
        const scope = authorizeDesk(caller.principal, query.community);
        return scope === undefined ? problem('notFound') : listAnswer(scope);
      },
    }),
    defineRoute({
      name: 'saveQuestionSet',
      access: 'admin',
      summary: 'Saves a new version of a question set; the phones of the community hear of it',
      body: saveQuestionSetSchema,
      answer: questionSetsAnswerSchema,
      maxBytes: largestSet,
      handle: async ({ caller, body }) => {
        const scope = authorizeDesk(caller.principal, body.community);
        if (scope === undefined) return problem('notFound');
        const saved = await questionSets.save(scope, body.set);
        return saved.ok ? listAnswer(scope) : refusal(saved.error);
      },
    }),
    defineRoute({
      name: 'endQuestionSet',
      access: 'admin',
      summary: 'Ends a question set, or begins it again',
      body: endQuestionSetSchema,
      answer: questionSetsAnswerSchema,
      handle: async ({ caller, body }) => {
        const scope = authorizeDesk(caller.principal, body.community);
        if (scope === undefined) return problem('notFound');
        const switched = await questionSets.setActive(scope, body);
        return switched.ok ? listAnswer(scope) : refusal(switched.error);
      },
    }),
  ];
};

const refusal = (error: NotFound | BadQuestionSet | VersionChanged): Response => {
  if (error.type === 'NotFound') return problem('notFound');
  if (error.type === 'VersionChanged') return problem('versionChanged');
  const { at, problem: found } = error.problem;
  return problem('malformed', { detail: at < 0 ? `set.${found}` : `set.questions.${at}.${found}` });
};
