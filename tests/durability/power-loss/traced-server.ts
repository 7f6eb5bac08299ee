import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createRandom } from '@lianxin/testkit';
import { signInDemoWorkers } from '../demo-workers.ts';
import { createPushingPhone, type PushingPhone } from '../pushing-phone.ts';
import { startServerProcess } from '../server-process.ts';
import { createWitness, type ListeningWitness } from '../witness.ts';
import { replayedCalls } from './replay-trace.ts';

/** Is a served folder as it was before, what phones were promised meanwhile, and everything the server did to the disk. */
export interface TracedWork {
  readonly communityId: string;
  readonly before: ReadonlyMap<string, Buffer>;
  readonly witness: ListeningWitness;
  readonly phones: readonly PushingPhone[];
  readonly trace: readonly string[];
}

interface TracedOptions {
  readonly strace: string;
  readonly seed: number;
  readonly receipts: number;
  readonly env?: Readonly<Record<string, string>>;
}

const workerCount = 4;

/** Lets phones push to the built server under strace until they have enough receipts. */
export const traceWork = async (dataFolder: string, options: TracedOptions): Promise<TracedWork> => {
  const first = await startServerProcess(dataFolder, { isDemo: true, invitationCount: 4 });
  const workers = await signInDemoWorkers(first, dataFolder, workerCount);
  await first.stop();
  const before = readFiles(dataFolder);
  const witness = createWitness();
  const phones = workers.map((worker, at) =>
    createPushingPhone({ worker, witness, random: createRandom(options.seed + at), largestBatch: 3 }),
  );
  const output = `${dataFolder}.trace`;
  // The tracer stands aside (-D), so that the server itself is the process that is stopped.
  const watch = ['-D', '-f', '-y', '-s', '100000000', '-o', output, '-e', `trace=${replayedCalls}`];
  const server = await startServerProcess(dataFolder, { under: [options.strace, ...watch], env: options.env ?? {} });
  const isOver = (): boolean => witness.receipts.size >= options.receipts;
  await Promise.all(phones.map((phone) => phone.run(server.origin, isOver)));
  await Promise.all(phones.map((phone) => phone.flush(server.origin)));
  await server.stop();
  return {
    communityId: workers[0]?.communityId ?? '',
    before,
    witness,
    phones,
    trace: await readWholeTrace(output, server.pid),
  };
};

const readFiles = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path)]),
  );

/** The tracer writes its last lines after the server has gone. It fills short process ids up with blanks. */
const readWholeTrace = async (output: string, pid: number): Promise<readonly string[]> => {
  const end = new RegExp(`^${pid} +\\+\\+\\+ exited`, 'm');
  for (let tries = 0; tries < 100; tries += 1) {
    const text = readFileSync(output, 'latin1');
    if (end.test(text)) return text.split('\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('strace did not come to an end');
};
