/** Sends requests before anybody waits for their answers. */
export interface Ahead<Q, A> {
  /** Sends a request that will most likely be the next one. */
  readonly send: (request: Q) => void;
  /** Tells the answer to a request, the one under way when it is the same. */
  readonly answerTo: (request: Q) => Promise<A>;
}

/** Lets one request be sent ahead of its turn. An answer to what is not asked after all is dropped; nothing was stored for it. */
export const askAhead = <Q, A>(ask: (request: Q) => Promise<A>): Ahead<Q, A> => {
  let sent: { readonly key: string; readonly answer: Promise<A> } | null = null;
  return {
    send: (request) => {
      const key = JSON.stringify(request);
      if (sent?.key === key) return;
      sent = { key, answer: ask(request) };
      // Whoever asks for it hears of the failure; if nobody does, it matters to nobody.
      sent.answer.catch(() => undefined);
    },
    answerTo: (request) => {
      const known = sent?.key === JSON.stringify(request) ? sent.answer : null;
      sent = null;
      return known ?? ask(request);
    },
  };
};
