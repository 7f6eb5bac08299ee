import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, type Random } from '@lianxin/testkit';
import { type DemoWorker, signInDemoWorkers } from './demo-workers.ts';
import { findProblems, undecided } from './find-problems.ts';
import { createPushingPhone, type PushingPhone } from './pushing-phone.ts';
import { killWhileStarting, type StartCost, startServerProcess } from './server-process.ts';
import { readStoredState } from './stored-state.ts';
import { createWitness, type Witness } from './witness.ts';

/** Is how often and how a server is killed. */
export interface KillPlan {
  readonly dataFolder: string;
  readonly seed: number;
  readonly rounds: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the server's own memory of how far it had come is lost with each kill, so that only receipts can tell. */
  readonly losesMemory?: boolean;
}

/** Is what came of it, up to the first round after which something was wrong. */
export interface KillReport {
  readonly problems: readonly string[];
  readonly starts: readonly StartCost[];
  readonly receipts: number;
}

const workerCount = 6;
const phonesPerWorker = 2;
/** Every so many rounds the digests of all buckets are summed anew as well. */
const thoroughEvery = 10;

/** Kills a server under load again and again; after each start its database must hold everything that phones were told. */
export const killAgainAndAgain = async (plan: KillPlan): Promise<KillReport> => {
  const { dataFolder, seed } = plan;
  const first = await startServerProcess(dataFolder, { isDemo: true, invitationCount: 4 });
  const workers = await signInDemoWorkers(first, dataFolder, workerCount);
  await first.kill();
  const witness = createWitness();
  const phones = createPhones(workers, { witness, seed });
  const communityId = workers[0]?.communityId ?? '';
  const examine = (isThorough: boolean): readonly string[] =>
    findProblems(readStoredState(dataFolder, { communityId, isThorough }), witness);
  const random = createRandom(seed);
  const starts: StartCost[] = [];
  const report = (problems: readonly string[]) => ({ problems, starts, receipts: witness.receipts.size });
  for (let round = 1; round <= plan.rounds; round += 1) {
    if (random() < 0.1) await killWhileStarting(dataFolder, random() * 700);
    if (plan.losesMemory) rmSync(join(dataFolder, 'witness'), { recursive: true, force: true });
    const server = await startServerProcess(dataFolder, plan);
    const problems = examine(round % thoroughEvery === 0);
    if (problems.length > 0) return report([`round ${round} of seed ${seed}`, ...problems]);
    starts.push(server.start);
    await workUntilKilled(server, { phones, witness, random });
  }
  return report(await examineInTheEnd(plan, { phones, witness, examine }));
};

const createPhones = (
  workers: readonly DemoWorker[],
  { witness, seed }: { readonly witness: ReturnType<typeof createWitness>; readonly seed: number },
): readonly PushingPhone[] =>
  workers.flatMap((worker, at) =>
    Array.from({ length: phonesPerWorker }, (_, copy) => {
      const random = createRandom(seed + at * phonesPerWorker + copy);
      return createPushingPhone({ worker, witness, random, largestBatch: 8 });
    }),
  );

interface Load {
  readonly phones: readonly PushingPhone[];
  readonly witness: Witness;
  readonly random: Random;
}

const workUntilKilled = async (
  server: Awaited<ReturnType<typeof startServerProcess>>,
  { phones, witness, random }: Load,
): Promise<void> => {
  let isOver = false;
  const work = Promise.all(phones.map((phone) => phone.run(server.origin, () => isOver)));
  await momentOfDeath(witness, random);
  await server.kill();
  isOver = true;
  await work;
};

/** A random number of receipts after the start, and a random while more; a slow machine is not waited for. */
const momentOfDeath = async ({ receipts }: Witness, random: Random): Promise<void> => {
  const enough = receipts.size + Math.floor(random() * 120);
  const latest = performance.now() + 1_500;
  while (receipts.size < enough && performance.now() < latest) await after(3);
  await after(random() * 25);
};

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Everybody sends the rest to a server that nobody kills: then everything that was ever sent is decided. */
const examineInTheEnd = async (
  plan: KillPlan,
  { phones, witness, examine }: Omit<Load, 'random'> & { readonly examine: (isThorough: boolean) => readonly string[] },
): Promise<readonly string[]> => {
  const server = await startServerProcess(plan.dataFolder, plan);
  await Promise.all(phones.map((phone) => phone.flush(server.origin)));
  const left = undecided(witness).map(({ mutation }) => `undecided: ${mutation.id}`);
  const problems = [...left, ...examine(true)];
  const code = await server.stop();
  return code === 0 ? problems : [...problems, `the server ended with ${code} when it was asked to stop`];
};
