import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type KillReport, killAgainAndAgain } from './kill-rounds.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? '100');
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

const parent = mkdtempSync(join(tmpdir(), 'lianxin-kill-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('a server that is killed again and again', () => {
  it(`has every receipt after ${rounds} kills, nothing twice, and is back within 5 s`, async () => {
    const report = await killAgainAndAgain({ dataFolder: join(parent, 'sound'), seed, rounds });
    console.log(summary(report));
    expect(report.problems).toEqual([]);
    expect(report.startsInMs).toHaveLength(rounds);
    expect(Math.max(...report.startsInMs)).toBeLessThan(5_000);
    expect(report.receipts).toBeGreaterThan(rounds * 10);
  }, 900_000);

  // The server itself notices as well, by its witness, and does not start.
  it('would be seen to lose receipts if it answered before COMMIT', async () => {
    const weaken = new URL('answer-before-commit.mjs', import.meta.url).href;
    const env = { NODE_OPTIONS: `--import=${weaken}` };
    const { problems } = await killAgainAndAgain({ dataFolder: join(parent, 'hasty'), seed, rounds: 30, env });
    expect(problems.some((problem) => problem.startsWith('lost: '))).toBe(true);
    expect(problems[1]).toMatch(/no start: .*witness/s);
  }, 300_000);
});

const summary = ({ startsInMs, receipts, problems }: KillReport): string => {
  const sorted = [...startsInMs].sort((a, b) => a - b);
  const [median, slowest] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  return `kill: seed ${seed}, ${startsInMs.length} rounds, ${receipts} receipts, ${problems.length} problems; start ${median.toFixed(0)} ms in the middle, ${slowest.toFixed(0)} ms at most`;
};
