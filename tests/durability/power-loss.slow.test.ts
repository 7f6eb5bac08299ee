import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@lianxin/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureStrace } from '../../tools/ensure-strace.mjs';
import { type PowerFailure, replayPowerFailures } from './power-loss/power-failures.ts';
import { traceWork } from './power-loss/traced-server.ts';
import { startServerProcess } from './server-process.ts';

const seed = Number(process.env['POWER_SEED'] ?? Date.now() % 1_000_000);
const receipts = 150;

const parent = mkdtempSync(join(tmpdir(), 'lianxin-powered-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const found: { strace?: string; refused?: string } = {};
beforeAll(async () => {
  const strace = await ensureStrace();
  if ('problem' in strace) throw new Error(strace.problem);
  if ('path' in strace) found.strace = strace.path;
  else found.refused = strace.refused;
});

const cutPower = async function* (name: string, tornShare: number, env: Readonly<Record<string, string>> = {}) {
  const folder = join(parent, name);
  const work = await traceWork(folder, { strace: found.strace ?? '', seed, receipts, env });
  yield* replayPowerFailures(work, { folder, random: createRandom(seed), tornShare });
};

/** What the server itself says about the files that a power failure left. */
const startOn = async (failure: PowerFailure): Promise<string> => {
  const folder = join(parent, `left-${failure.acknowledged}`);
  failure.rebuild(folder);
  const server = await startServerProcess(folder);
  expect(await server.stop()).toBe(0);
  return server.complaints();
};

describe('a server whose power fails', () => {
  it('has every acknowledged mutation, whole, whenever it fails, and starts again', async (context) => {
    if (found.refused !== undefined) return context.skip(found.refused);
    const failures: PowerFailure[] = [];
    const complaints: string[] = [];
    for await (const failure of cutPower('full', 0.02)) {
      failures.push(failure);
      if (failures.length % 60 === 0) complaints.push(await startOn(failure));
    }
    console.log(summary('synchronous=FULL', failures));
    expect(
      failures.filter(({ problems }) => problems.length > 0),
      `seed ${seed}`,
    ).toEqual([]);
    expect(new Set(complaints)).toEqual(new Set(['']));
    expect(failures.filter(({ kind }) => kind === 'afterAnswer').length).toBeGreaterThan(40);
    expect(failures.filter(({ kind }) => kind === 'torn').length).toBeGreaterThan(20);
    expect(failures.at(-1)?.acknowledged).toBeGreaterThanOrEqual(receipts);
  });

  it('would be seen to lose acknowledged mutations if SQLite ran at synchronous=NORMAL', async (context) => {
    if (found.refused !== undefined) return context.skip(found.refused);
    const weaken = new URL('power-loss/synchronous-normal.mjs', import.meta.url).href;
    const failures: PowerFailure[] = [];
    for await (const failure of cutPower('normal', 0, { NODE_OPTIONS: `--import=${weaken}` })) failures.push(failure);
    const lost = failures.filter(({ problems }) => problems.some((problem) => problem.startsWith('lost: ')));
    console.log(summary('synchronous=NORMAL', failures));
    expect(lost.length).toBeGreaterThan(failures.length / 2);
  });
});

const summary = (name: string, failures: readonly PowerFailure[]): string => {
  const count = (kind: PowerFailure['kind']): string => {
    const cuts = failures.filter((failure) => failure.kind === kind);
    return `${cuts.filter(({ problems }) => problems.length > 0).length} of ${cuts.length}`;
  };
  const torn = failures.some(({ kind }) => kind === 'torn') ? ` and at ${count('torn')} torn cuts` : '';
  return `power loss, ${name}, seed ${seed}: something was lost at ${count('afterAnswer')} cuts after an answer${torn}`;
};
