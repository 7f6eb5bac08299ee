import type { Instant } from '@lianxin/domain';
import type { Mutation } from '@lianxin/protocol';

/** Counts the milliseconds a phone's clock may be off before a visit is flagged. */
const skewLimitMs = 5 * 60_000;

/** Corrects a phone's clock by its measured offset and clamps it between the replica's previous event and now: a wrong clock changes who wins, never what is kept. */
export const eventTime = (
  mutation: Mutation,
  bounds: { readonly previous: Instant; readonly now: Instant },
): { readonly eventAt: Instant; readonly hasClockSkew: boolean } => {
  const corrected = mutation.at + mutation.offsetMs;
  const eventAt = Math.min(Math.max(corrected, Math.min(bounds.previous, bounds.now)), bounds.now);
  return { eventAt, hasClockSkew: Math.abs(mutation.offsetMs) > skewLimitMs || corrected > bounds.now + skewLimitMs };
};
