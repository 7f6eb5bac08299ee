import { eraseJson, type Json, type TextEraser, textsIn } from '@lianxin/domain';

/** Stands for arguments that were about an erased person. */
export const erasedArgs = { erased: true } as const;

/** Is what a payload is compared with: the ids that are the person's own, and those of the records that may speak of them. */
export interface ErasedIds {
  readonly own: ReadonlySet<string>;
  readonly linked: ReadonlySet<string>;
}

/** These name a person only as whom a need is about: what was seen at the door stays. */
const speaksOfDoor: ReadonlySet<string> = new Set(['visit.log', 'need.raise']);

/** Says whether a mutation is about the person themselves, so that nothing of its payload is kept. */
export const isAboutErased = (name: string, args: Json, own: ReadonlySet<string>): boolean =>
  !speaksOfDoor.has(name) && textsIn(args).some((text) => own.has(text));

/** Tells how a payload stays after an erasure; the same value where there is nothing to erase. */
export const erasePayload = (
  mutation: { readonly name: string; readonly args: Json },
  ids: ErasedIds,
  eraser: TextEraser,
): Json => {
  const { name, args } = mutation;
  if (isAboutErased(name, args, ids.own)) return erasedArgs;
  const isLinked = textsIn(args).some((text) => ids.own.has(text) || ids.linked.has(text));
  return eraseJson(args, isLinked ? eraser.all : eraser.numbers);
};
