import { StoreReadOnly } from '../store-read-only.ts';

/** Lets a write go that only accompanies a reading: whoever only reads is served also while nothing can be written. */
export const unlessReadOnly = (cause: unknown): undefined => {
  if (!(cause instanceof StoreReadOnly)) throw cause;
  return undefined;
};
