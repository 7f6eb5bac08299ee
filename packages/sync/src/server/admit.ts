import type { Mutation, MutationOutcome } from '@lianxin/protocol';

/** Tells what to do with a mutation before its rule runs. Identity beats order: a known id returns its stored outcome, whatever its number. */
export type Admission =
  | { readonly type: 'known'; readonly outcome: MutationOutcome; readonly lastN: number }
  | { readonly type: 'apply'; readonly lastN: number }
  | { readonly type: 'stop'; readonly stop: 'fork' | 'gap' };

/** Admits a mutation of a replica whose last number is `lastN`. A reused number means a cloned or rolled-back phone; a skipped one means that something is missing. */
export const admitMutation = (lastN: number, mutation: Mutation, stored: MutationOutcome | undefined): Admission => {
  if (stored !== undefined) {
    return {
      type: 'known',
      outcome: { ...stored, n: mutation.n },
      lastN: mutation.n === lastN + 1 ? mutation.n : lastN,
    };
  }
  if (mutation.n <= lastN) return { type: 'stop', stop: 'fork' };
  if (mutation.n > lastN + 1) return { type: 'stop', stop: 'gap' };
  return { type: 'apply', lastN: mutation.n };
};
