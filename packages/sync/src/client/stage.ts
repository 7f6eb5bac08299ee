import { err, type Instant, ok, type Result } from '@lianxin/domain';
import { type MutationArguments, type MutationName, maxMutationBytes } from '@lianxin/protocol';
import { nextOrder } from './kept.ts';
import { emptyChange, type LocalChange, type LocalState } from './local-state.ts';

/** Says that a mutation is too large to be saved at all; the form keeps its text. */
export interface MutationTooLarge {
  readonly type: 'MutationTooLarge';
  readonly bytes: number;
}

/** Is an intent as a page states it. */
export type Intent = {
  readonly [N in MutationName]: { readonly name: N; readonly args: MutationArguments[N] };
}[MutationName];

/** Puts intents into the outbox under the next numbers, all in one change. Ids are random and never derived from a number. */
export const stageMutations = (
  state: LocalState,
  intents: readonly Intent[],
  stamp: { readonly newId: () => string; readonly at: Instant },
): Result<LocalChange, MutationTooLarge> => {
  const { meta } = state;
  for (const intent of intents) {
    const bytes = utf8Length(JSON.stringify(intent.args));
    if (bytes > maxMutationBytes) return err({ type: 'MutationTooLarge', bytes });
  }
  const change = emptyChange(meta);
  const firstOrder = nextOrder(state);
  const putOutbox = intents.map((intent, index) => ({
    communityId: meta.communityId,
    n: meta.nextN + index,
    order: firstOrder + index,
    id: stamp.newId(),
    name: intent.name,
    version: 1,
    at: stamp.at,
    offsetMs: meta.offsetMs,
    args: intent.args,
    acknowledgedRev: null,
  }));
  return ok({ ...change, meta: { ...change.meta, nextN: meta.nextN + intents.length }, putOutbox });
};

/** Counts the bytes of a text in UTF-8 without an encoder. */
export const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};
