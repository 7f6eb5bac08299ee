import type { MutationArguments } from '@lianxin/protocol';
import { type Decision, type MutationContext, type Reading, refuse } from './row.ts';

/** Keeps the answers to a question set at a visit. */
// biome-ignore lint/correctness/useYield: filled in by its owner.
export function* giveAnswers(_context: MutationContext, _args: MutationArguments['answers.give']): Reading<Decision> {
  return refuse('notAllowed');
}
