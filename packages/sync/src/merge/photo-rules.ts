import type { MutationArguments } from '@lianxin/protocol';
import { type Decision, type MutationContext, type Reading, refuse } from './row.ts';

/** Adds the record of a photo. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* addPhoto(_context: MutationContext, _args: MutationArguments['photo.add']): Reading<Decision> {
  return refuse('notAllowed');
}

/** Takes a photo away. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* removePhoto(_context: MutationContext, _args: MutationArguments['photo.remove']): Reading<Decision> {
  return refuse('notAllowed');
}
