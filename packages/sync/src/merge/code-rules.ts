import { isCodeToken } from '@lianxin/domain';
import type { MutationArguments } from '@lianxin/protocol';
import { alreadyExists, changeRow, createRow, isRefusal } from './create-row.ts';
import { type Decision, type MutationContext, type Reading, readRow, refuse, write } from './row.ts';

/** Gives a household a QR code. It may have several: two printed without a network must both open it. */
export function* issueCode(context: MutationContext, { code }: MutationArguments['code.issue']): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('householdCode', code.id));
  if (taken !== null) return taken;
  const { token } = code.fields;
  if (typeof token !== 'string' || !isCodeToken(token)) return refuse('invalid', 'token');
  const household = yield* readRow('household', String(code.fields.householdId));
  if (household === undefined || household.deleted) return refuse('notFound', 'householdId');
  if (household.fields.toOn !== null) return refuse('alreadyEnded', 'householdId');
  const row = createRow(context, code, { table: 'householdCode', buckets: household.buckets });
  return isRefusal(row) ? row : write([row], [household.buckets]);
}

/** Ends a QR code: whoever finds the card opens nothing with it. */
export function* endCode(context: MutationContext, args: MutationArguments['code.end']): Reading<Decision> {
  const row = yield* readRow('householdCode', args.codeId);
  if (row === undefined || row.deleted) return refuse('notFound');
  if ((row.fields.toOn ?? null) !== null) return refuse('alreadyEnded');
  return write([changeRow(context, row, { toOn: args.toOn })], [row.buckets]);
}
