import type { MutationArguments } from '@lianxin/protocol';
import { type Decision, type MutationContext, type Reading, refuse } from './row.ts';

/** Gives a household a QR code. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* issueCode(_context: MutationContext, _args: MutationArguments['code.issue']): Reading<Decision> {
  return refuse('notAllowed');
}

/** Ends a QR code. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* endCode(_context: MutationContext, _args: MutationArguments['code.end']): Reading<Decision> {
  return refuse('notAllowed');
}
