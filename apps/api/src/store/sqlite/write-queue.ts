import type Database from 'better-sqlite3';
import { StoreReadOnly } from '../store-read-only.ts';

/** Runs writing work in order. Work that arrives in one turn of the event loop shares one commit, so that many phones pay for one fsync. */
export interface WriteQueue {
  /** Runs synchronous work in a savepoint of the shared transaction; resolves after COMMIT has returned. */
  readonly run: <T>(work: () => T) => Promise<T>;
  /** Runs long work alone in one transaction, giving way to other requests between steps; readers see nothing of it before its end. */
  readonly runInSteps: <T>(work: () => Generator<void, T, void>) => Promise<T>;
  /** Resolves when nothing is waiting. */
  readonly settle: () => Promise<void>;
}

interface Job {
  readonly run: () => void;
  readonly settle: (failure?: { readonly cause: unknown }) => void;
}

/** Creates the queue of the one writer. `onBroken` is told when the disk fails: after that no answer can be trusted and the process must end. */
export const createWriteQueue = (db: Database.Database, onBroken: (cause: unknown) => void): WriteQueue => {
  let waiting: Job[] = [];
  let tail: Promise<void> = Promise.resolve();
  let isScheduled = false;
  let isBroken = false;

  const enqueue = (task: () => Promise<void> | void): Promise<void> => {
    tail = tail.then(task);
    return tail;
  };

  const flush = (): void => {
    isScheduled = false;
    const jobs = waiting;
    waiting = [];
    if (isBroken) {
      for (const job of jobs) job.settle({ cause: new StoreReadOnly('the store has stopped writing') });
      return;
    }
    const failures = new Map<Job, { readonly cause: unknown }>();
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const job of jobs) {
        const cause = runInSavepoint(db, job.run);
        if (cause !== undefined) failures.set(job, cause);
      }
      db.exec('COMMIT');
    } catch (cause) {
      rollBack(db);
      stopWhenBroken(cause);
      for (const job of jobs) failures.set(job, { cause: asReadOnly(cause) });
    }
    for (const job of jobs) job.settle(failures.get(job));
  };

  const stopWhenBroken = (cause: unknown): void => {
    if (!isDiskFailure(cause)) return;
    isBroken = true;
    onBroken(cause);
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        let done: (() => void) | undefined;
        waiting.push({
          run: () => {
            const value = work();
            done = () => resolve(value);
          },
          settle: (failure) => (failure === undefined && done !== undefined ? done() : reject(failure?.cause)),
        });
        if (isScheduled) return;
        isScheduled = true;
        setImmediate(() => enqueue(flush));
      }),
    runInSteps: (work) =>
      new Promise((resolve, reject) => {
        enqueue(async () => {
          try {
            db.exec('BEGIN IMMEDIATE');
            const value = await stepThrough(work());
            db.exec('COMMIT');
            resolve(value);
          } catch (cause) {
            rollBack(db);
            stopWhenBroken(cause);
            reject(asReadOnly(cause));
          }
        });
      }),
    settle: () => enqueue(() => undefined),
  };
};

/** Runs one piece of work; its failure undoes only itself, unless the disk failed. */
const runInSavepoint = (db: Database.Database, work: () => void): { readonly cause: unknown } | undefined => {
  db.exec('SAVEPOINT job');
  try {
    work();
    db.exec('RELEASE job');
    return undefined;
  } catch (cause) {
    if (isDiskFailure(cause)) throw cause;
    db.exec('ROLLBACK TO job');
    db.exec('RELEASE job');
    return { cause: asReadOnly(cause) };
  }
};

const stepThrough = async <T>(steps: Generator<void, T, void>): Promise<T> => {
  let step = steps.next();
  while (!step.done) {
    await new Promise((resolve) => setImmediate(resolve));
    step = steps.next();
  }
  return step.value;
};

const rollBack = (db: Database.Database): void => {
  if (db.open && db.inTransaction) db.exec('ROLLBACK');
};

/** A full disk is nobody's mistake: whoever wrote may try again later. */
const asReadOnly = (cause: unknown): unknown =>
  codeOf(cause) === 'SQLITE_FULL' ? new StoreReadOnly('the disk is full', { cause }) : cause;

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** After a failed write or fsync the kernel may have dropped pages, so nothing later can be promised. */
const isDiskFailure = (cause: unknown): boolean => /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(codeOf(cause));
