import type { MutationOutcome, RescueAnswer, RescueLine } from '@lianxin/protocol';
import { authorizeDesk, authorizeRescue, type DeskScope, type TreeScope } from '../../access/authorize.ts';
import type { Principal } from '../../access/principal.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { pushRescue } from './push-rescue.ts';
import type { OpenedRescue } from './read-rescue.ts';

type AnsweredLine = RescueAnswer['lines'][number];

/** Is who hands in, with the right to the tree that the route has checked. */
export interface HandingIn {
  readonly principal: Principal;
  readonly scope: TreeScope;
}

/** Tells what an opened rescue file holds and, once confirmed, pushes it as its author. An author out of reach is told like an unknown one. */
export const handInRescue = async (deps: AppDeps, caller: HandingIn, opened: OpenedRescue): Promise<Response> => {
  const { content } = opened;
  const author = (await deps.store.accounts.list(caller.scope)).find(({ id }) => id === content.accountId);
  const reachable = content.lines.map((line) => ({ line, desk: authorizeDesk(caller.principal, line.communityId) }));
  if (author === undefined || reachable.every(({ desk }) => desk === undefined)) return problem('notFound');
  const lines: AnsweredLine[] = [];
  for (const { line, desk } of reachable) {
    // An administrator who has the file in hand vouches for it, also where its phone was reported lost since.
    const own = { id: author.id, name: author.name, isRevoked: author.state !== 'active', trustedUntil: null };
    const outcomes =
      desk !== undefined && opened.isConfirmed
        ? await pushRescue(deps.store.sync, authorizeRescue(desk, own), { ...line, fileHash: opened.fileHash })
        : null;
    if (outcomes === undefined) return problem('notFound');
    if (desk !== undefined && outcomes !== null) await note(deps, desk, { opened, authorId: author.id, outcomes });
    lines.push(describeLine(line, { desk, outcomes }));
  }
  const answer: RescueAnswer = { authorId: author.id, authorName: author.name, madeAt: content.madeAt, lines };
  return Response.json(answer);
};

/** Counts and the file's hash, never a value. */
const note = (
  deps: AppDeps,
  desk: DeskScope,
  done: {
    readonly opened: OpenedRescue;
    readonly authorId: string;
    readonly outcomes: readonly MutationOutcome[];
  },
): Promise<void> =>
  deps.store.audit.append(desk, {
    action: 'rescue.handedIn',
    subjectId: done.authorId,
    facts: { ...countOutcomes(done.outcomes), fileHash: done.opened.fileHash },
  });

const describeLine = (
  { communityId, mutations }: RescueLine,
  done: { readonly desk: DeskScope | undefined; readonly outcomes: readonly MutationOutcome[] | null },
): AnsweredLine => {
  const times = mutations.map(({ at, offsetMs }) => at + offsetMs);
  return {
    communityId: done.desk === undefined ? null : communityId,
    count: mutations.length,
    from: times.reduce((a, b) => Math.min(a, b)),
    until: times.reduce((a, b) => Math.max(a, b)),
    outcomes: done.outcomes === null ? null : countOutcomes(done.outcomes),
  };
};

const countOutcomes = (outcomes: readonly MutationOutcome[]) => {
  const count = (kind: MutationOutcome['outcome']): number => outcomes.filter(({ outcome }) => outcome === kind).length;
  return { applied: count('applied'), merged: count('merged'), held: count('held'), refused: count('refused') };
};
