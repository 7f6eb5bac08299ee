/** Counts calls by address within a window of time, in memory: nobody's flood becomes writes to the disk. */
export interface RateLimit {
  /** Counts one call; 0 lets it pass, anything else is how long to wait, in milliseconds. */
  readonly take: (address: string, now: number) => number;
}

/** Is how many calls one address may make in a window, and how many addresses are remembered. */
export interface RateLimits {
  readonly windowMs: number;
  readonly most: number;
  readonly addresses: number;
}

/** Creates a rate limit. When too many addresses come, the oldest are forgotten: their windows are the nearest to their end. */
export const createRateLimit = ({ windowMs, most, addresses }: RateLimits): RateLimit => {
  const windows = new Map<string, { readonly endsAt: number; calls: number }>();
  return {
    take: (address, now) => {
      const known = windows.get(address);
      if (known === undefined || known.endsAt <= now) {
        windows.delete(address);
        windows.set(address, { endsAt: now + windowMs, calls: 1 });
        const oldest = windows.keys().next().value;
        if (windows.size > addresses && oldest !== undefined) windows.delete(oldest);
        return 0;
      }
      known.calls += 1;
      return known.calls <= most ? 0 : known.endsAt - now;
    },
  };
};
