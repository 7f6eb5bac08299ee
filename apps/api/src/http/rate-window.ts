/** Says whether somebody may call once more, and otherwise how long to wait. */
export type RateWindow = (key: string, now: number) => { readonly isAllowed: boolean; readonly retryAfterMs: number };

const windowMs = 60_000;
/** More callers than any place has; beyond them counting begins anew rather than growing without end. */
const mostKeys = 20_000;

/** Counts calls by key within each minute, in memory: for what costs little and tells nothing secret. */
export const createRateWindow = (perMinute: number): RateWindow => {
  let startedAt = 0;
  let counts = new Map<string, number>();
  return (key, now) => {
    if (now - startedAt >= windowMs || counts.size > mostKeys) {
      startedAt = now;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { isAllowed: count <= perMinute, retryAfterMs: startedAt + windowMs - now };
  };
};
