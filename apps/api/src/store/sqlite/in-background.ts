/** Runs work one piece after the other while others go on. */
export interface Background {
  readonly run: (work: () => Promise<void>) => void;
  /** Resolves when nothing is under way. */
  readonly end: () => Promise<void>;
}

/** Creates a background; what goes wrong in it is told and survived. */
export const inBackground = (onFailure: (cause: unknown) => void): Background => {
  let tail: Promise<void> = Promise.resolve();
  return {
    run: (work) => {
      tail = tail.then(work).catch(onFailure);
    },
    end: () => tail,
  };
};
