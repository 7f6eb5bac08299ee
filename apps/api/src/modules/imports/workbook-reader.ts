import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '@lianxin/domain';
import type { ErrorCode } from '@lianxin/protocol';
import { type LedgerReading, type LedgerReadingInput, type ReadLedger, readErrorCode } from './ledger-reading.ts';

/** Is why a file was not read: a code, and which limit or format for the detail. */
export interface UnreadableFile {
  readonly code: ErrorCode;
  readonly detail: string;
}

/** Reads a workbook out of everybody's way. */
export type WorkbookReader = (input: LedgerReadingInput) => Promise<Result<ReadLedger, UnreadableFile>>;

const timeoutMs = 10_000;
const maxWaiting = 4;
const heapMb = 256;

/** Creates a reader that works in a thread of its own, one file at a time, with a limit on memory and time. */
export const createWorkbookReader = (): WorkbookReader => {
  let waiting = 0;
  let tail: Promise<unknown> = Promise.resolve();
  return (input) => {
    if (waiting >= maxWaiting) return Promise.resolve(err({ code: 'busy', detail: 'imports' }));
    waiting += 1;
    const turn = tail.then(() => readInThread(input));
    tail = turn.finally(() => {
      waiting -= 1;
    });
    return turn;
  };
};

const isBuilt = !import.meta.url.endsWith('.ts');
const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 };

/** Built, the thread's program is a file in the same folder; beside the sources it has to be taught TypeScript first. */
const startThread = (workerData: LedgerReadingInput): Worker => {
  if (isBuilt) return new Worker(new URL('./read-ledger.js', import.meta.url), { workerData, resourceLimits });
  const source = JSON.stringify(new URL('../../workers/read-ledger.ts', import.meta.url).href);
  const program = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`;
  return new Worker(program, { eval: true, workerData, resourceLimits });
};

const readInThread = (input: LedgerReadingInput): Promise<Result<ReadLedger, UnreadableFile>> =>
  new Promise((resolve) => {
    const worker = startThread(input);
    const finish = (result: Result<ReadLedger, UnreadableFile>): void => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(err({ code: 'workbookTooLarge', detail: 'time' })), timeoutMs);
    worker.once('message', (reading: LedgerReading) => finish(toResult(reading)));
    // Running out of its own memory is the file's fault; anything else thrown there is ours. The server goes on.
    worker.once('error', (cause) =>
      finish(
        err(
          isOutOfMemory(cause)
            ? { code: 'workbookTooLarge', detail: 'memory' }
            : { code: 'internal', detail: 'reader' },
        ),
      ),
    );
    worker.once('exit', () => finish(err({ code: 'internal', detail: 'reader' })));
  });

/** Tells what reading a file came to as a value or a problem. */
export const toResult = (reading: LedgerReading): Result<ReadLedger, UnreadableFile> => {
  if (reading.type === 'read') return ok(reading);
  return err({ code: readErrorCode[reading.reason], detail: reading.reason });
};

const isOutOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
