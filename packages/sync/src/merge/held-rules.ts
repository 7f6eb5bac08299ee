import type { Json } from '@lianxin/domain';
import {
  type Bucket,
  isMutationName,
  type Mutation,
  type MutationArguments,
  type MutationName,
  type OutcomeReason,
} from '@lianxin/protocol';
import { uniteBuckets } from './buckets.ts';
import { changeRow, createRow, isRefusal } from './create-row.ts';
import { gridsNamedIn, heldBefore, isGrid, objectOf, subjectOf } from './held-subjects.ts';
import {
  creationMark,
  type Decision,
  type MutationContext,
  type Reading,
  readRow,
  refuse,
  type StoredRow,
  textOf,
  write,
} from './row.ts';

/** Reduces a mutation; handed in, because deciding on held work runs the rule of what was held. */
type Reduce = (
  context: MutationContext,
  name: MutationName,
  input: { readonly version: number; readonly args: unknown },
) => Reading<Decision>;

/**
 * Makes the row that asks whoever works a grid now; none when the work is about no grid's record. It takes the id of the mutation, so that a decision still
 * finds it after the server was restored and heard the mutation again.
 */
export function* heldRow(
  context: MutationContext,
  mutation: Pick<Mutation, 'id' | 'name' | 'version' | 'args'>,
  held: { readonly reason: OutcomeReason; readonly subjects: readonly (readonly Bucket[])[] },
): Reading<readonly StoredRow[]> {
  const buckets = yield* gridsOf(context, mutation, held.subjects);
  if (buckets.length === 0) return [];
  const made = createRow(
    context,
    { id: mutation.id, fields: {} },
    {
      table: 'heldWork',
      buckets,
      server: {
        mutationId: mutation.id,
        mutationName: mutation.name,
        mutationVersion: mutation.version,
        args: mutation.args,
        subjectId: subjectOf(mutation.args),
        authorId: context.userId,
        authorName: context.userName,
        writtenAt: context.eventAt,
        reason: held.reason,
        state: 'open',
      },
    },
  );
  if (isRefusal(made)) throw new Error(`held work does not fit its declaration: ${made.field}`);
  return [made];
}

/** Whom to ask: the grids that the rule named, else those of what the work names, else where the work that it builds on waits. */
function* gridsOf(
  context: MutationContext,
  { args }: Pick<Mutation, 'args'>,
  subjects: readonly (readonly Bucket[])[],
): Reading<readonly Bucket[]> {
  const told = uniteBuckets(...subjects).filter(isGrid);
  if (told.length > 0) return told;
  const named = yield* gridsNamedIn(args);
  return named.length > 0 ? named : ((yield* heldBefore(context.userId, args))?.buckets ?? []);
}

/**
 * Decides on held work. Taken, its own rule runs as if its author had sent it in time; an edit runs as the decider's, who saw both values. What can no
 * longer be applied is refused with the rule's reason and stays open.
 */
export function* decideHeld(
  context: MutationContext,
  args: MutationArguments['held.decide'],
  reduce: Reduce,
): Reading<Decision> {
  const held = yield* readRow('heldWork', args.heldId);
  if (held === undefined || held.deleted) return refuse('notFound');
  if (held.fields.state !== 'open') return refuse('stateChanged');
  const decided = changeRow(context, held, {
    state: args.state,
    decidedByName: context.userName,
    decidedAt: context.eventAt,
  });
  const name = textOf(held, 'mutationName') ?? '';
  if (args.state === 'dropped' || context.side === 'phone') return write([decided], [held.buckets]);
  if (!isMutationName(name) || name === 'held.decide') return refuse('unknownMutation');
  const version = Number(held.fields.mutationVersion ?? 1);
  const decision =
    name === 'record.edit'
      ? yield* reduce(context, name, { version, args: asSeen(held.fields.args, args.seen ?? heldSince(held)) })
      : yield* reduce(asAuthor(context, held), name, { version, args: held.fields.args });
  if (decision.type !== 'write') return refuse(decision.reason);
  return write([decided, ...decision.writes], [held.buckets, ...decision.subjects], decision.merged);
}

/** Held work that moved along with its household has a younger rev than the values it was held against. */
const heldSince = (held: StoredRow): number => held.marks[creationMark]?.rev ?? held.rev;

const asAuthor = (context: MutationContext, held: StoredRow): MutationContext => ({
  ...context,
  userId: textOf(held, 'authorId') ?? context.userId,
  userName: textOf(held, 'authorName') ?? context.userName,
  eventAt: typeof held.fields.writtenAt === 'number' ? held.fields.writtenAt : context.eventAt,
  // The decider's clock says nothing about the author's.
  hasClockSkew: false,
});

/** The decider has both values on screen, so what they saw counts and not what the author saw. */
const asSeen = (args: Json | undefined, seen: number): Json => {
  const fields = objectOf(args);
  const edits = Array.isArray(fields.edits) ? fields.edits.map((edit) => ({ ...objectOf(edit), on: null, seen })) : [];
  return { ...fields, edits };
};
