import { createRandom } from '@lianxin/testkit';

/** Chooses by a seed: the same seed throws the same. */
export interface Dice {
  /** Throws a whole number from 0 to `sides - 1`. */
  readonly int: (sides: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly choose: <T>(list: readonly T[]) => T;
  /** Throws one of the names, each as often as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
}

export const createDice = (seed: number): Dice => {
  const random = createRandom(seed);
  const int = (sides: number): number => Math.floor(random() * sides);
  return {
    int,
    chance: (probability) => random() < probability,
    choose: (list) => {
      const chosen = list[int(list.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    weighted: (weights) => {
      const names = namesOf(weights);
      let left = random() * names.reduce((sum, name) => sum + weights[name], 0);
      const hit = names.find((name) => {
        left -= weights[name];
        return left < 0;
      });
      if (hit === undefined) throw new Error('every weight is 0');
      return hit;
    },
  };
};

/** The compiler forgets the names of a record's keys. */
const namesOf = <K extends string>(weights: Readonly<Record<K, number>>): readonly K[] => Object.keys(weights) as K[];
