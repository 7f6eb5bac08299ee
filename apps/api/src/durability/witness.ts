import type Database from 'better-sqlite3';
import { createAuditHeads } from '../store/sqlite/audit-head.ts';
import type { StoreCore } from '../store/sqlite/core.ts';
import { type HighWater, type HistoryMark, readHighWater } from './high-water.ts';
import { openWitnessFile, type WitnessFile } from './witness-file.ts';

const syncEveryMs = 3_000;

/** Notes after each commit, in a second place, how far the database has come. */
export interface Witness {
  /** Notes what a commit has changed. It runs after COMMIT has returned, so that the witness is never ahead of the database. */
  readonly note: (communityIds: Iterable<string>) => void;
  readonly close: () => void;
}

/** Begins the witness of an opened database. Its failures are told once and stop nothing: the database is the truth. */
export const beginWitness = (sqlite: Database.Database, directory: string, warn: StoreCore['warn']): Witness => {
  const found = readHighWater(sqlite);
  const communities: Record<string, HistoryMark> = { ...found.communities };
  const space = sqlite.prepare<[string], HistoryMark>('SELECT epoch, seq FROM spaces WHERE community_id = ?');
  const audit = createAuditHeads(sqlite);
  let file: WitnessFile | undefined;
  let isUnsynced = false;
  let hasFailed = false;
  const timer = setInterval(() => {
    if (isUnsynced) file?.sync();
    isUnsynced = false;
  }, syncEveryMs);
  timer.unref();
  const write = (highWater: HighWater): void => {
    try {
      file ??= openWitnessFile(directory, highWater);
      file.write(highWater);
      isUnsynced = true;
      hasFailed = false;
    } catch (cause) {
      if (!hasFailed) warn('the witness cannot be written', { directory, cause: String(cause) });
      hasFailed = true;
    }
  };
  write(found);
  return {
    note: (communityIds) => {
      for (const id of communityIds) {
        const mark = space.get(id);
        if (mark !== undefined) communities[id] = mark;
      }
      write({ communities, audit: audit.head() });
    },
    close: () => {
      clearInterval(timer);
      write(readHighWater(sqlite));
      file?.close();
    },
  };
};
