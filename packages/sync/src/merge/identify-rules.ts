import type { MutationArguments } from '@lianxin/protocol';
import { changeRow } from './create-row.ts';
import { refuseErasedRow } from './erased.ts';
import { type Decision, type MutationContext, type Reading, readRow, refuse, write } from './row.ts';

/**
 * Registers an ID number that only the server can open. On the server the envelope travels in the field that the number
 * will be sealed in; whoever keeps the row opens it first, and refuses the mutation when it holds no number.
 */
export function* identifyPerson(
  context: MutationContext,
  args: MutationArguments['person.identify'],
): Reading<Decision> {
  const person = yield* readRow('person', args.personId);
  if (person === undefined) return refuse('notFound', 'personId');
  const erased = yield* refuseErasedRow(person);
  if (erased !== null) return erased;
  if (person.deleted) return { type: 'hold', reason: 'alreadyEnded', subjects: [person.buckets] };
  const sealed = context.side === 'server' ? { identityNumberSealed: JSON.stringify(args.sealed) } : {};
  return write([changeRow(context, person, { identityNumberState: 'registered', ...sealed })], [person.buckets]);
}
