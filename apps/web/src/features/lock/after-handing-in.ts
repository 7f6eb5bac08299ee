import type { HandedIn } from '../../storage/deposits/hand-in-deposits.ts';

/** Is how things stand once what was saved has been handed in. */
export type AfterHandingIn =
  | { readonly type: 'ready' }
  /** A further try may get something out. */
  | { readonly type: 'left'; readonly count: number }
  /** No further try gets anything out; how much it is, null where nobody can say. */
  | { readonly type: 'stuck'; readonly count: number | null };

/** Tells whether a phone whose PIN is forgotten may be emptied: at once, after another try, or only with a loss. */
export const afterHandingIn = ({ left, stuck, isUnreadable }: HandedIn): AfterHandingIn => {
  if (left === 0) return { type: 'ready' };
  return left > stuck ? { type: 'left', count: left } : { type: 'stuck', count: isUnreadable ? null : left };
};
