/** Tells somebody at a terminal how far long work has come. */
export interface Progress {
  /** Begins a step of so much work; what it returns is told each piece as it is done. */
  readonly count: (label: string, total: number) => (done: number) => void;
}

const everyMs = 1_000;

/** Prints at most one line a second, so that short work prints nothing. */
export const createProgress = (print: (line: string) => void): Progress => {
  let shownAt = Date.now();
  return {
    count: (label, total) => {
      let sum = 0;
      return (done) => {
        sum += done;
        if (Date.now() - shownAt < everyMs) return;
        shownAt = Date.now();
        print(`  ${label} ${Math.floor((100 * sum) / Math.max(total, 1))} %`);
      };
    },
  };
};
