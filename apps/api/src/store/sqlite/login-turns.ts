import { eq, lt } from 'drizzle-orm';
import type { NewAuditEntry, SessionStore, Turn } from '../port.ts';
import { appendAudit } from './audit-log.ts';
import type { StoreCore } from './core.ts';
import { loginAttempts } from './schema/account-tables.ts';

const firstWaitMs = 2_000;
const longestWaitMs = 15 * 60_000;
const forgetAfterMs = 24 * 3_600_000;

/** Slows down guessing: the count is stored before the guess is checked, so that neither a crash nor a restart gives tries away. */
export const createLoginTurns = ({ writer, queue, now }: StoreCore): Pick<SessionStore, 'takeTurn' | 'clearTurns'> => {
  const take = (key: string, freeTries: number): Turn => {
    const at = now();
    writer.db
      .delete(loginAttempts)
      .where(lt(loginAttempts.lastAt, at - forgetAfterMs))
      .run();
    const row = writer.db.select().from(loginAttempts).where(eq(loginAttempts.key, key)).get();
    if (row !== undefined && row.blockedUntil > at) return { isAllowed: false, retryAfterMs: row.blockedUntil - at };
    const failures = (row?.failures ?? 0) + 1;
    const blockedUntil = failures < freeTries ? 0 : at + waitMs(failures - freeTries);
    const values = { failures, blockedUntil, lastAt: at };
    writer.db
      .insert(loginAttempts)
      .values({ key, ...values })
      .onConflictDoUpdate({ target: loginAttempts.key, set: values })
      .run();
    if (failures === freeTries) appendAudit(writer, slowed(key, failures), at);
    return { isAllowed: true, retryAfterMs: 0 };
  };
  return {
    takeTurn: (key, freeTries) => queue.run(() => take(key, freeTries)),
    clearTurns: (key) => queue.run(() => void writer.db.delete(loginAttempts).where(eq(loginAttempts.key, key)).run()),
  };
};

/** One line where the waiting begins, not one for each try: whoever guesses must not be able to fill the audit. */
const slowed = (key: string, failures: number): NewAuditEntry => ({
  actorId: null,
  actorName: null,
  action: 'signIn.slowed',
  communityId: null,
  // Enough of the keyed text to see that it is the same one again, and too little to guess from.
  subjectId: key.slice(0, 8),
  facts: { failures },
});

const waitMs = (step: number): number => Math.min(firstWaitMs * 2 ** Math.min(step, 20), longestWaitMs);
