import { t } from '../../locale/messages.ts';

/** The server flags visits of phones that are further off. */
const toleranceMs = 5 * 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** Says how wrong the phone's clock is, or null while it is right enough. `offsetMs` is the server's clock minus the phone's. */
export const clockWords = (offsetMs: number): string | null => {
  const off = Math.abs(offsetMs);
  if (off <= toleranceMs) return null;
  const { slow, fast } = t.syncStatus.clock;
  return (offsetMs > 0 ? slow : fast)(durationWords(off));
};

const durationWords = (ms: number): string => {
  const { minutes, hours, days } = t.syncStatus.clock;
  if (ms < hourMs) return minutes(Math.round(ms / 60_000));
  return ms < 2 * dayMs ? hours(Math.round(ms / hourMs)) : days(Math.round(ms / dayMs));
};
