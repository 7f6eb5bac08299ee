import { err, type Instant, ok, type Result } from '@lianxin/domain';
import { type MutationArguments, type MutationName, maxMutationBytes } from '@lianxin/protocol';
import { emptyChange, type LocalChange, type LocalState } from './local-state.ts';

/** Says that a mutation is too large to be saved at all; the form keeps its text. */
export interface MutationTooLarge {
  readonly type: 'MutationTooLarge';
  readonly bytes: number;
}

/** Is an intent as a page states it. */
export type Intent = { readonly [N in MutationName]: { readonly name: N; readonly args: MutationArguments[N] } }[MutationName];

/** Puts an intent into the outbox under the next number. `id` is random and never derived from the number. */
export const stageMutation = (state: LocalState, intent: Intent, stamp: { readonly id: string; readonly at: Instant }): Result<LocalChange, MutationTooLarge> => {
  const bytes = utf8Length(JSON.stringify(intent.args));
  if (bytes > maxMutationBytes) return err({ type: 'MutationTooLarge', bytes });
  const { meta } = state;
  const change = emptyChange(meta);
  return ok({
    ...change,
    meta: { ...change.meta, nextN: meta.nextN + 1 },
    putOutbox: [
      {
        communityId: meta.communityId,
        n: meta.nextN,
        id: stamp.id,
        name: intent.name,
        version: 1,
        at: stamp.at,
        offsetMs: meta.offsetMs,
        args: intent.args,
        acknowledgedRev: null,
      },
    ],
  });
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
