import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type KillReport, killAgainAndAgain } from './kill-rounds.ts';
import type { StartCost } from './server-process.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? '100');
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

const parent = mkdtempSync(join(tmpdir(), 'lianxin-kill-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('a server that is killed again and again', () => {
  it(`has every receipt after ${rounds} kills, nothing twice, and is back with under 5 s of work`, async () => {
    const report = await killAgainAndAgain({ dataFolder: join(parent, 'sound'), seed, rounds });
    console.log(summary(report));
    expect(report.problems).toEqual([]);
    expect(report.starts).toHaveLength(rounds);
    expect(Math.max(...report.starts.map(({ processorMs }) => processorMs))).toBeLessThan(5_000);
    expect(report.receipts).toBeGreaterThan(rounds * 10);
  }, 1_800_000);

  it('would be seen to lose receipts if it answered before COMMIT', async () => {
    const weaken = new URL('answer-before-commit.mjs', import.meta.url).href;
    const env = { NODE_OPTIONS: `--import=${weaken}` };
    const plan = { dataFolder: join(parent, 'hasty'), seed, rounds: 40, env, losesMemory: true };
    const { problems } = await killAgainAndAgain(plan);
    expect(problems.some((problem) => problem.startsWith('lost: '))).toBe(true);
  }, 600_000);
});

const summary = ({ starts, receipts, problems }: KillReport): string => {
  const spread = (cost: keyof StartCost): string => {
    const sorted = starts.map((start) => start[cost]).sort((a, b) => a - b);
    return `${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms in the middle, ${sorted.at(-1)?.toFixed(0)} ms at most`;
  };
  return `kill: seed ${seed}, ${starts.length} rounds, ${receipts} receipts, ${problems.length} problems; start on the clock ${spread('clockMs')}, of the processor ${spread('processorMs')}`;
};
