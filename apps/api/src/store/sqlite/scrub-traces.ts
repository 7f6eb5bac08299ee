import { eq } from 'drizzle-orm';
import type { Side, StoreCore } from './core.ts';
import { settings } from './schema/desk-tables.ts';

const key = 'tracesLeft';
const waitMs = 250;
const maxTries = 240;

/** Notes in the erasing transaction that the file may still hold what was erased, so that a crash before the scrubbing is made up for. */
export const noteTraces = ({ db }: Side): void => {
  db.insert(settings).values({ key, value: 'yes' }).onConflictDoNothing().run();
};

/**
 * Rewrites the whole database file and cuts its log off. `secure_delete` clears what is deleted, but not the copies that stay in the free space of a page
 * whose rows were moved to another page (measured: in 6 of 25 databases). False while somebody still reads the old state.
 */
export const scrubTraces = (side: Side): boolean => {
  const { sqlite, db } = side;
  if (sqlite.inTransaction) return false;
  // The reader that a checkpoint would wait for may be in this very process.
  sqlite.pragma('busy_timeout = 0');
  try {
    // A reader of the old state lets VACUUM write a whole second database into the log and only then shows itself, so it is looked for first.
    if (sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) return false;
    sqlite.exec('VACUUM');
    if (sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) return false;
    db.delete(settings).where(eq(settings.key, key)).run();
    return true;
  } catch {
    return false;
  } finally {
    sqlite.pragma('busy_timeout = 5000');
  }
};

/** Says whether an erasure was not followed by a scrubbing. */
export const hasTraces = ({ db }: Side): boolean =>
  db.select().from(settings).where(eq(settings.key, key)).get() !== undefined;

/** Scrubs as soon as nobody reads the old state any more; the next start does it where a minute is not enough. */
export const scrubWhenFree = async ({ writer, warn }: Pick<StoreCore, 'writer' | 'warn'>): Promise<void> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    if (scrubTraces(writer)) return;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  warn('the database file may still hold traces of what was erased, until the next start', {});
};
