import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '@lianxin/testkit';
import Database from 'better-sqlite3';
import { findProblems } from '../find-problems.ts';
import { readStoredState } from '../stored-state.ts';
import { createPowerLossDisk, type PowerLossDisk } from './power-loss-disk.ts';
import { replayTrace } from './replay-trace.ts';
import type { TracedWork } from './traced-server.ts';

/** Is what was found after one power failure. */
export interface PowerFailure {
  /** Whether it came right after an answer with nothing kept but what was asked for, or later with torn leftovers. */
  readonly kind: 'afterAnswer' | 'torn';
  readonly acknowledged: number;
  readonly problems: readonly string[];
  /** Writes down what the disk holds without luck; only until the next failure is asked for. */
  readonly rebuild: (folder: string) => void;
}

interface Options {
  readonly folder: string;
  readonly random: Random;
  /** How likely the power fails, with torn leftovers, after something was done to a file. */
  readonly tornShare: number;
}

/**
 * Replays the work of a server and cuts the power after every answer that acknowledges something, and at random moments
 * between: each time the files are rebuilt, opened and compared with what had been acknowledged by then.
 */
export function* replayPowerFailures(work: TracedWork, options: Options): Generator<PowerFailure> {
  const disk = createPowerLossDisk(work.before);
  const acknowledged = new Set<string>();
  const isKnown = (id: string): boolean => work.witness.receipts.has(id);
  for (const moment of replayTrace(work.trace, { folder: options.folder, disk })) {
    if (moment.type === 'acknowledged') {
      for (const [, id = ''] of moment.text.matchAll(/"id":"([^"]+)"/g)) if (isKnown(id)) acknowledged.add(id);
      yield { kind: 'afterAnswer', ...examine(disk, nothing, { work, acknowledged }) };
    } else if (acknowledged.size > 0 && options.random() < options.tornShare) {
      yield { kind: 'torn', ...examine(disk, () => options.random() < 0.5, { work, acknowledged }) };
    }
  }
}

interface Known {
  readonly work: TracedWork;
  readonly acknowledged: ReadonlySet<string>;
}

const nothing = (): boolean => false;

const examine = (disk: PowerLossDisk, survives: () => boolean, { work, acknowledged }: Known) => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-power-'));
  const { sent, receipts } = work.witness;
  const heard = new Map([...receipts].filter(([id]) => acknowledged.has(id)));
  try {
    disk.fail(folder, survives);
    recover(folder);
    const stored = readStoredState(folder, { communityId: work.communityId, isThorough: false });
    const problems = findProblems(stored, { sent, receipts: heard, contradictions: [] });
    return { acknowledged: acknowledged.size, problems, rebuild: (to: string) => disk.fail(to, nothing) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Opens the file for writing once, as the next start of the server does: what lies in the log is taken in. */
const recover = (folder: string): void => {
  const db = new Database(join(folder, 'lianxin.sqlite'));
  db.pragma('synchronous = OFF');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
};
