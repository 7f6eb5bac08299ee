import type { FieldMap, Json } from '@lianxin/domain';
import type { Bucket, OutcomeReason } from '@lianxin/protocol';
import { isMutationName, type Mutation, type MutationArguments, type MutationName } from '@lianxin/protocol';
import { uniteBuckets } from './buckets.ts';
import { changeRow, createRow, isRefusal } from './create-row.ts';
import {
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

/** Makes the row that asks whoever works a grid now; null when the work is about no grid's record. */
export const heldRow = (
  context: MutationContext,
  mutation: Pick<Mutation, 'id' | 'name' | 'version' | 'args'>,
  held: { readonly reason: OutcomeReason; readonly subjects: readonly (readonly Bucket[])[] },
): StoredRow | null => {
  const buckets = uniteBuckets(...held.subjects).filter((bucket) => bucket.startsWith('grid:'));
  if (buckets.length === 0) return null;
  const made = createRow(
    context,
    { id: context.newId(), fields: {} },
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
  return made;
};

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
      ? yield* reduce(context, name, { version, args: asSeen(held.fields.args, args.seen ?? held.rev) })
      : yield* reduce(asAuthor(context, held), name, { version, args: held.fields.args });
  if (decision.type !== 'write') return refuse(decision.reason);
  return write([decided, ...decision.writes], [held.buckets, ...decision.subjects], decision.merged);
}

const asAuthor = (context: MutationContext, held: StoredRow): MutationContext => ({
  ...context,
  userId: textOf(held, 'authorId') ?? context.userId,
  userName: textOf(held, 'authorName') ?? context.userName,
  eventAt: typeof held.fields.writtenAt === 'number' ? held.fields.writtenAt : context.eventAt,
});

/** The decider has both values on screen, so what they saw counts and not what the author saw. */
const asSeen = (args: Json | undefined, seen: number): Json => {
  const fields = objectOf(args);
  const edits = Array.isArray(fields.edits) ? fields.edits.map((edit) => ({ ...objectOf(edit), on: null, seen })) : [];
  return { ...fields, edits };
};

/** Finds the record that work is about: what it names itself, else the door, household or person of what it carries. */
const subjectOf = (args: unknown): string | null => {
  const fields = objectOf(args);
  const named = Object.entries(fields).find(([key, value]) => (key === 'id' || key.endsWith('Id')) && isText(value));
  if (named !== undefined) return String(named[1]);
  for (const carried of Object.values(fields)) {
    const inner = objectOf(objectOf(carried).fields);
    const found = ['dwellingId', 'householdId', 'personId', 'unitId'].map((key) => inner[key]).find(isText);
    if (found !== undefined) return String(found);
  }
  return null;
};

const isText = (value: unknown): boolean => typeof value === 'string';

const objectOf = (value: unknown): FieldMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FieldMap) : {};
