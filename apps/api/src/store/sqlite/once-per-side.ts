import type { Side } from './core.ts';

/** Prepares queries at their first use on a connection and keeps them: building and compiling one takes longer than running it. */
export const oncePerSide = <T>(prepare: (side: Side) => T): ((side: Side) => T) => {
  const kept = new WeakMap<Side, T>();
  return (side) => {
    const known = kept.get(side);
    if (known !== undefined) return known;
    const made = prepare(side);
    kept.set(side, made);
    return made;
  };
};
