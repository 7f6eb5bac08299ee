import { nextNeedStates } from '@lianxin/domain';
import type { MutationArguments } from '@lianxin/protocol';
import { changeRow } from './create-row.ts';
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

/** Moves a need along, or says what was answered. A state that somebody else changed meanwhile is not overrun. */
export function* advanceNeed(context: MutationContext, args: MutationArguments['need.advance']): Reading<Decision> {
  const row = yield* readRow('need', args.needId);
  if (row === undefined || row.deleted) return refuse('notFound');
  if (row.fields.state !== args.from) return refuse('stateChanged');
  if (isAnswerUnseen(row, args)) return refuse('stateChanged');
  if (!nextNeedStates(args.from).includes(args.to)) return refuse('stateChanged');
  if (args.to === 'answered' && (args.answer ?? '').trim() === '') return refuse('noAnswer', 'answer');
  const answer = args.to === 'answered' ? { answer: args.answer, answeredAt: context.eventAt } : {};
  return write([changeRow(context, row, { state: args.to, ...answer })], [row.buckets]);
}

/** A state can come back to what it was while somebody else has answered in between; the answer tells. */
const isAnswerUnseen = (need: StoredRow, { from, to, seenAnswer }: MutationArguments['need.advance']): boolean =>
  seenAnswer !== undefined && (from === 'answered' || to === 'answered') && textOf(need, 'answer') !== seenAnswer;
