import { civilDateAt, clockTimeAt } from '@lianxin/domain';
import { t } from '../../locale/messages.ts';
import type { SyncSummary } from './sync-summary.ts';

/** Is what the head of a page says about how safely the work is kept, and where a press leads. */
export interface SyncTickReading {
  readonly href: string;
  readonly count: 0 | 1;
  readonly tone: 'done' | 'soft' | 'late';
  readonly text: string;
}

const syncPage = '/mine/sync';

/** Says the one thing that matters most now: sign in, see why nothing goes out, look at what was not taken, what waits on the phone, when it was last the same. */
export const readSyncTick = (
  summary: SyncSummary,
  moment: { readonly now: number; readonly isSignedOut: boolean; readonly isStalled: boolean },
): SyncTickReading => {
  const words = t.syncStatus.tick;
  if (moment.isSignedOut) return { href: '/sign-in', count: 0, tone: 'late', text: words.signIn };
  if (moment.isStalled && summary.unsent > 0) return { href: syncPage, count: 0, tone: 'late', text: words.stalled };
  if (summary.attention > 0)
    return { href: syncPage, count: 0, tone: 'late', text: words.attention(summary.attention) };
  if (summary.unsent > 0) return { href: syncPage, count: 1, tone: 'soft', text: words.onPhone(summary.unsent) };
  if (summary.syncedAt === null) return { href: syncPage, count: 0, tone: 'soft', text: words.never };
  const isToday = civilDateAt(summary.syncedAt) === civilDateAt(moment.now);
  const when = isToday ? clockTimeAt(summary.syncedAt) : t.dates.moment(summary.syncedAt, moment.now);
  return { href: syncPage, count: 1, tone: isToday ? 'done' : 'soft', text: words.synced(when) };
};
