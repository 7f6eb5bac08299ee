/** Is repeatable chance: the same seed gives the same people. */
export interface Random {
  readonly below: (limit: number) => number;
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
  readonly isLucky: (share: number) => boolean;
  /** Makes an id with 128 bits of the same chance. */
  readonly id: () => string;
}

/** Creates chance from a seed (mulberry32, public domain). */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    isLucky: (share) => next() < share,
    id: () => Array.from({ length: 32 }, () => below(16).toString(16)).join(''),
  };
};
