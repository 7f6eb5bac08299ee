import * as fc from 'fast-check';

/** Is the seed of this run: given as SYNC_SEED to repeat a run, else new every time, always printed. */
export const seed = Number(process.env['SYNC_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Checks a property with the printed seed. SYNC_RUNS multiplies the runs for a long search. */
export const check = async <T>(name: string, property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> => {
  const runs = numRuns * Number(process.env['SYNC_RUNS'] ?? 1);
  process.stdout.write(`${name}: ${runs} runs, SYNC_SEED=${seed}\n`);
  await fc.assert(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: 600_000,
    markInterruptAsFailure: true,
    endOnFailure: false,
  });
};
