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
  const file = createSturdyFile(directory, warn);
  const dataVersion = (): unknown => sqlite.pragma('data_version', { simple: true });
  let seenVersion = dataVersion();
  /** A backup adds to the audit from another process, and nobody here hears of it. What a running transaction shows is not committed yet. */
  const noteOthers = (): void => {
    if (!sqlite.open || sqlite.inTransaction || dataVersion() === seenVersion) return;
    seenVersion = dataVersion();
    file.write({ communities, audit: audit.head() });
  };
  const timer = setInterval(() => {
    noteOthers();
    file.sync();
  }, syncEveryMs);
  timer.unref();
  file.write(found);
  return {
    note: (communityIds) => {
      for (const id of communityIds) {
        const mark = space.get(id);
        if (mark !== undefined) communities[id] = mark;
      }
      file.write({ communities, audit: audit.head() });
    },
    close: () => {
      clearInterval(timer);
      file.write(readHighWater(sqlite));
      file.close();
    },
  };
};

/** Opens the file when it is first written, and again when that failed: its disk may come back. */
const createSturdyFile = (directory: string, warn: StoreCore['warn']): WitnessFile => {
  let file: WitnessFile | undefined;
  let isUnsynced = false;
  let hasFailed = false;
  return {
    write: (highWater: HighWater) => {
      try {
        file ??= openWitnessFile(directory, highWater);
        file.write(highWater);
        isUnsynced = true;
        hasFailed = false;
      } catch (cause) {
        if (!hasFailed) warn('见证文件写不进去 / the witness cannot be written', { directory, cause: String(cause) });
        hasFailed = true;
      }
    },
    sync: () => {
      if (isUnsynced) file?.sync();
      isUnsynced = false;
    },
    close: () => file?.close(),
  };
};
