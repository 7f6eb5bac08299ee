import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, type Random } from '@lianxin/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { signInDemoWorkers } from './demo-workers.ts';
import { findProblems, undecided } from './find-problems.ts';
import { createPushingPhone } from './pushing-phone.ts';
import { killWhileStarting, startServerProcess } from './server-process.ts';
import { readStoredState } from './stored-state.ts';
import { createWitness, type Witness } from './witness.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? '100');
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const workerCount = 6;
const phonesPerWorker = 2;

const dataFolder = mkdtempSync(join(tmpdir(), 'lianxin-kill-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

const setUp = async () => {
  const server = await startServerProcess(dataFolder, { isDemo: true, invitationCount: 4 });
  const workers = await signInDemoWorkers(server, dataFolder, workerCount);
  const witness = createWitness();
  const phones = workers.flatMap((worker, at) =>
    Array.from({ length: phonesPerWorker }, (_, copy) =>
      createPushingPhone({
        worker,
        witness,
        random: createRandom(seed + at * phonesPerWorker + copy),
        largestBatch: 8,
      }),
    ),
  );
  await server.kill();
  const communityId = workers[0]?.communityId ?? '';
  const problems = (isThorough: boolean) =>
    findProblems(readStoredState(dataFolder, { communityId, isThorough }), witness);
  return { phones, witness, problems };
};

describe('a server that is killed again and again', () => {
  it(`has every receipt after ${rounds} kills, nothing twice, and is back within 5 s`, async () => {
    const { phones, witness, problems } = await setUp();
    const random = createRandom(seed);
    const starts: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      if (random() < 0.1) await killWhileStarting(dataFolder, random() * 700);
      const server = await startServerProcess(dataFolder);
      starts.push(server.startedInMs);
      expect(problems(round % 10 === 0), `round ${round} of seed ${seed}`).toEqual([]);
      let isOver = false;
      const work = Promise.all(phones.map((phone) => phone.run(server.origin, () => isOver)));
      await momentOfDeath(witness, random);
      await server.kill();
      isOver = true;
      await work;
    }
    const server = await startServerProcess(dataFolder);
    await Promise.all(phones.map((phone) => phone.flush(server.origin)));
    expect(undecided(witness)).toEqual([]);
    expect(problems(true), `the last round of seed ${seed}`).toEqual([]);
    expect(await server.stop()).toBe(0);
    console.log(summary(starts, witness.receipts.size));
    expect(Math.max(...starts)).toBeLessThan(5_000);
    expect(witness.receipts.size).toBeGreaterThan(rounds * phones.length);
  }, 600_000);
});

/** A random number of receipts after the start, and a random while more; a slow machine is not waited for. */
const momentOfDeath = async ({ receipts }: Witness, random: Random): Promise<void> => {
  const enough = receipts.size + Math.floor(random() * 120);
  const latest = performance.now() + 1_500;
  while (receipts.size < enough && performance.now() < latest) await after(3);
  await after(random() * 25);
};

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const summary = (starts: readonly number[], receipts: number): string => {
  const sorted = [...starts].sort((a, b) => a - b);
  const [median, slowest] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  return `kill: seed ${seed}, ${starts.length} rounds, ${receipts} receipts, 0 lost; start ${median.toFixed(0)} ms in the middle, ${slowest.toFixed(0)} ms at most`;
};
