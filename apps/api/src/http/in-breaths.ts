/** How many pieces are done in one turn of the event loop. */
const together = 25;

/** Does the same with every piece, in order, and lets other requests and health checks pass after every few: one large message must not hold everybody up. */
export const inBreaths = async <T, R>(pieces: readonly T[], work: (piece: T) => Promise<R> | R): Promise<R[]> => {
  const done: R[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (at > 0 && at % together === 0) await new Promise((resolve) => setImmediate(resolve));
    done.push(await work(piece));
  }
  return done;
};
