import type { MutationArguments } from '@lianxin/protocol';
import { type Decision, type MutationContext, type Reading, refuse } from './row.ts';

/** Registers an ID number that only the server can open. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* identifyPerson(
  _context: MutationContext,
  _args: MutationArguments['person.identify'],
): Reading<Decision> {
  return refuse('notAllowed');
}
