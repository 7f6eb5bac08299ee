import type { MutationArguments, NewRecord } from '@lianxin/protocol';
import { uniteBuckets, userBucket } from './buckets.ts';
import { alreadyExists, changeRow, createRow, isRefusal } from './create-row.ts';
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

/** Records help; help for a need closes it. */
export function* logHelp(context: MutationContext, args: MutationArguments['help.log']): Reading<Decision> {
  const need = yield* needOf(args.help);
  const made = yield* makeHelp(context, args.help, need);
  if (isRefusal(made)) return made;
  const replaced = textOf(made, 'voidOf') ?? textOf(made, 'corrects');
  if (replaced !== null) {
    const old = yield* readRow('help', replaced);
    if (old === undefined) return refuse('notFound', 'voidOf');
    if (context.side === 'server' && old.fields.recordedBy !== context.userId && old.fields.giverId !== context.userId)
      return refuse('notYours');
  }
  return write([made, ...closedBy(context, need, made)], need === undefined ? [] : [need.buckets]);
}

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

function* needOf(record: NewRecord): Reading<StoredRow | undefined> {
  return typeof record.fields.needId === 'string' ? yield* readRow('need', record.fields.needId) : undefined;
}
