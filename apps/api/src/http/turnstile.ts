/** Lets work through in its order, a little in each turn of the event loop, so that a crowd delays only itself: other requests and health checks pass between. */
export interface Turnstile {
  /** Does work when its turn comes; undefined at once when too much is waiting already. */
  readonly pass: <T>(weight: number, work: () => Promise<T> | T) => Promise<T> | undefined;
}

/** Is how much work, by weight, is let through together and how much may wait. Whatever is heavier than either still passes when nothing else is there. */
export interface TurnstileLimits {
  readonly together: number;
  readonly waiting: number;
}

interface Waiting {
  readonly weight: number;
  readonly start: () => void;
}

/** Creates a turnstile. */
export const createTurnstile = (limits: TurnstileLimits): Turnstile => {
  const line: Waiting[] = [];
  let waiting = 0;
  let inside = 0;

  const admit = (): void => {
    for (let next = line[0]; next !== undefined && inside < limits.together; next = line[0]) {
      line.shift();
      waiting -= next.weight;
      inside += next.weight;
      next.start();
    }
  };

  const leave = (weight: number): void => {
    setImmediate(() => {
      inside -= weight;
      admit();
    });
  };

  const wait = (weight: number): Promise<void> =>
    new Promise((start) => {
      line.push({ weight, start });
      waiting += weight;
      admit();
    });

  return {
    pass: (weight, work) => {
      if (waiting > 0 && waiting + weight > limits.waiting) return undefined;
      return wait(weight)
        .then(work)
        .finally(() => leave(weight));
    },
  };
};
