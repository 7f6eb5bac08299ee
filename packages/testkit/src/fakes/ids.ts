import { createRandom } from './random.ts';

/** Creates a source of ids that repeats itself for the same seed. The random head decides ties between ids as real ids would; the tail tells a reader who made it. */
export const createIds = (seed: number, label: string): (() => string) => {
  const random = createRandom(seed);
  let made = 0;
  return () => {
    made += 1;
    const head = Math.floor(random() * 2 ** 31)
      .toString(36)
      .padStart(6, '0');
    return `${head}_${label}_${String(made).padStart(8, '0')}`;
  };
};
