/** Tells the time, in epoch milliseconds; passed in wherever time matters, so that a test can set it. */
export type Clock = { readonly now: () => number };

export const systemClock: Clock = { now: () => Date.now() };
