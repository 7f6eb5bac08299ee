/** Is a moment in time in epoch milliseconds. */
export type Instant = number;

/** Counts the milliseconds of one day. */
export const dayMs = 86_400_000;
