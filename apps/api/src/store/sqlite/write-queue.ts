import { err, ok, type Result } from '@lianxin/domain';
import type Database from 'better-sqlite3';
import { StoreReadOnly } from '../store-read-only.ts';
import { isDiskFailure, isDiskFull } from './disk-failure.ts';

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
  readonly settle: (cause: unknown) => void;
}

type Failures = ReadonlyMap<Job, unknown>;

/** Is told what happens at the queue that others must act on. */
export interface WriteQueueEvents {
  /** The disk failed: after that no answer can be trusted and the process must end. */
  readonly onBroken: (cause: unknown) => void;
  /** The disk is full; what was being written was undone. */
  readonly onFull?: () => void;
  /** A transaction ended, with or without being committed. */
  readonly onEnd?: (wasCommitted: boolean) => void;
}

/** Creates the queue of the one writer. */
export const createWriteQueue = (db: Database.Database, events: WriteQueueEvents): WriteQueue => {
  let waiting: Job[] = [];
  let tail: Promise<void> = Promise.resolve();
  let isBroken = false;

  const enqueue = (task: () => Promise<void> | void): Promise<void> => {
    tail = tail.then(task);
    return tail;
  };

  const fail = (cause: unknown): void => {
    isBroken = isDiskFailure(cause);
    if (isBroken) events.onBroken(cause);
    if (isDiskFull(cause)) events.onFull?.();
  };

  /** Opens a transaction around work and tells what made it fail as a whole. */
  const commit = async <T>(work: () => Promise<T> | T): Promise<Result<T, unknown>> => {
    if (isBroken) return err(new StoreReadOnly('the store has stopped writing'));
    const committed = await inTransaction(db, work);
    events.onEnd?.(committed.ok);
    if (committed.ok) return committed;
    fail(committed.error);
    return err(asReadOnly(committed.error));
  };

  const flush = async (): Promise<void> => {
    const jobs = waiting;
    waiting = [];
    const committed = await commit(() => runAll(db, jobs));
    for (const job of jobs) job.settle(committed.ok ? committed.value.get(job) : committed.error);
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(() => enqueue(flush));
        waiting.push(createJob(work, { resolve, reject }));
      }),
    runInSteps: (work) =>
      new Promise((resolve, reject) => {
        enqueue(async () => {
          const committed = await commit(() => stepThrough(work()));
          if (committed.ok) resolve(committed.value);
          else reject(committed.error);
        });
      }),
    settle: () => enqueue(() => undefined),
  };
};

const inTransaction = async <T>(db: Database.Database, work: () => Promise<T> | T): Promise<Result<T, unknown>> => {
  try {
    db.exec('BEGIN IMMEDIATE');
    const value = await work();
    db.exec('COMMIT');
    return ok(value);
  } catch (cause) {
    if (db.open && db.inTransaction) db.exec('ROLLBACK');
    return err(cause);
  }
};

const createJob = <T>(
  work: () => T,
  promise: { resolve: (value: T) => void; reject: (cause: unknown) => void },
): Job => {
  let answer: (() => void) | undefined;
  return {
    run: () => {
      const value = work();
      answer = () => promise.resolve(value);
    },
    settle: (cause) => (cause === undefined && answer !== undefined ? answer() : promise.reject(cause)),
  };
};

const runAll = (db: Database.Database, jobs: readonly Job[]): Failures => {
  const failures = new Map<Job, unknown>();
  for (const job of jobs) {
    const failure = runInSavepoint(db, job.run);
    if (failure !== undefined) failures.set(job, failure.cause);
  }
  return failures;
};

/** Runs one piece of work; its failure undoes only itself, unless the disk failed or is full, which undoes all. */
const runInSavepoint = (db: Database.Database, work: () => void): { readonly cause: unknown } | undefined => {
  db.exec('SAVEPOINT job');
  try {
    work();
    db.exec('RELEASE job');
    return undefined;
  } catch (cause) {
    if (isDiskFailure(cause) || isDiskFull(cause)) throw cause;
    db.exec('ROLLBACK TO job');
    db.exec('RELEASE job');
    return { cause };
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

/** A full disk is nobody's mistake: whoever wrote may try again later. */
const asReadOnly = (cause: unknown): unknown =>
  isDiskFull(cause) ? new StoreReadOnly('the disk is full', { cause }) : cause;
