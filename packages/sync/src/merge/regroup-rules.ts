import type { MutationArguments } from '@lianxin/protocol';
import { type Decision, type MutationContext, type Reading, refuse } from './row.ts';

/** Splits a household in two. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* splitHousehold(
  _context: MutationContext,
  _args: MutationArguments['household.split'],
): Reading<Decision> {
  return refuse('notAllowed');
}

/** Merges a household into another. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* mergeHouseholds(
  _context: MutationContext,
  _args: MutationArguments['household.merge'],
): Reading<Decision> {
  return refuse('notAllowed');
}

/** Splits a person in two. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* splitPerson(_context: MutationContext, _args: MutationArguments['person.split']): Reading<Decision> {
  return refuse('notAllowed');
}

/** Merges a person into another. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* mergePersons(_context: MutationContext, _args: MutationArguments['person.merge']): Reading<Decision> {
  return refuse('notAllowed');
}

/** Takes a merge or split back. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* undoRegrouping(
  _context: MutationContext,
  _args: MutationArguments['regrouping.undo'],
): Reading<Decision> {
  return refuse('notAllowed');
}
