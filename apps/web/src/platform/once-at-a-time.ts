/** Lets work run once at a time: whoever asks while it runs gets false, and nothing is done twice. A thumb that lands twice is one press. */
export const onceAtATime = <A extends readonly unknown[]>(
  work: (...args: A) => Promise<boolean>,
): ((...args: A) => Promise<boolean>) => {
  let isRunning = false;
  return async (...args) => {
    if (isRunning) return false;
    isRunning = true;
    try {
      return await work(...args);
    } finally {
      isRunning = false;
    }
  };
};
