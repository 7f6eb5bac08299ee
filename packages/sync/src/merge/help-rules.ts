import type { MutationArguments, NewRecord } from '@lianxin/protocol';
import { uniteBuckets, userBucket } from './buckets.ts';
import { alreadyExists, changeRow, createRow, isRefusal } from './create-row.ts';
import { type Decision, type MutationContext, type Reading, readRow, refuse, type StoredRow, write } from './row.ts';

/** Records help; help for a need closes it. A correction or void stays with the need of what it replaces, also when its author may not see that need. */
export function* logHelp(context: MutationContext, args: MutationArguments['help.log']): Reading<Decision> {
  const replacedId = [args.help.fields.voidOf, args.help.fields.corrects].find((id) => typeof id === 'string');
  const replaced = typeof replacedId === 'string' ? yield* readRow('help', replacedId) : undefined;
  if (replacedId !== undefined && replaced === undefined) return refuse('notFound', 'voidOf');
  if (replaced !== undefined && !isMine(context, replaced)) return refuse('notYours');
  const named = yield* needOf(args.help.fields.needId);
  const need = named ?? (yield* needOf(replaced?.fields.needId));
  const fields = need === undefined ? args.help.fields : { ...args.help.fields, needId: need.id };
  const made = yield* makeHelp(context, { id: args.help.id, fields }, need);
  if (isRefusal(made)) return made;
  return write([made, ...closedBy(context, need, made)], named === undefined ? [] : [named.buckets]);
}

/** Whose help it is, is the server's to say; a phone previews what its owner asks for. */
const isMine = (context: MutationContext, help: StoredRow): boolean =>
  context.side === 'phone' || help.fields.recordedBy === context.userId || help.fields.giverId === context.userId;

/** Makes the row of one help; it lies with its recorder, its giver and, for a need, the need's grid. */
export function* makeHelp(
  context: MutationContext,
  record: NewRecord,
  need: StoredRow | undefined,
): Reading<StoredRow | Extract<Decision, { type: 'refuse' }>> {
  if (alreadyExists(yield* readRow('help', record.id)) !== null)
    return { type: 'refuse', reason: 'alreadyExists', field: null };
  if (record.fields.needId && need === undefined) return { type: 'refuse', reason: 'notFound', field: 'needId' };
  const giver = typeof record.fields.giverId === 'string' ? [userBucket(record.fields.giverId)] : [];
  return createRow(context, record, {
    table: 'help',
    buckets: uniteBuckets([userBucket(context.userId)], giver, need?.buckets ?? []),
    server: { recordedBy: context.userId, recorderName: context.userName, recordedAt: context.eventAt },
  });
}

/** Lists the writes that close a need with help; an answered need stays as it is. */
export const closedBy = (
  context: MutationContext,
  need: StoredRow | undefined,
  help: StoredRow,
): readonly StoredRow[] => {
  if (need === undefined || help.fields.voidOf !== null || need.fields.state === 'answered') return [];
  return [changeRow(context, need, { state: 'done', closedByHelpId: help.id })];
};

function* needOf(needId: unknown): Reading<StoredRow | undefined> {
  return typeof needId === 'string' ? yield* readRow('need', needId) : undefined;
}
