import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@lianxin/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../tools/find-program.mjs';
import { signInDemoWorkers } from './demo-workers.ts';
import { findProblems, undecided } from './find-problems.ts';
import { createPushingPhone } from './pushing-phone.ts';
import { startServerProcess } from './server-process.ts';
import { readStoredState } from './stored-state.ts';
import { createWitness } from './witness.ts';

const parent = mkdtempSync(join(tmpdir(), 'lianxin-failing-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const dataFolder = join(parent, 'data');
const flag = join(parent, 'disk-fails');
const compiler = findProgram(['cc', 'gcc']);

/** Compiles what stands between the server and its disk. */
const failingDisk = (): Readonly<Record<string, string>> => {
  const library = join(parent, 'failing-disk.so');
  const source = join(import.meta.dirname, 'failing-disk.c');
  execFileSync(compiler ?? '', ['-shared', '-fPIC', '-o', library, source, '-ldl']);
  return { LD_PRELOAD: library, FAILING_DISK: flag };
};

const startWork = async (env: Readonly<Record<string, string>>) => {
  const server = await startServerProcess(dataFolder, { isDemo: true, invitationCount: 4, env });
  const workers = await signInDemoWorkers(server, dataFolder, 4);
  const witness = createWitness();
  const phones = workers.map((worker, at) =>
    createPushingPhone({ worker, witness, random: createRandom(at), largestBatch: 4 }),
  );
  return { server, witness, phones, communityId: workers[0]?.communityId ?? '' };
};

describe('a server whose disk fails to keep what was written', () => {
  it('acknowledges nothing more and ends; the next start has every receipt, and a retry counts once', async (context) => {
    if (process.platform !== 'linux') return context.skip('only Linux loads a library before a program like this');
    if (compiler === undefined) return context.skip('no C compiler is installed');
    const { server, witness, phones, communityId } = await startWork(failingDisk());
    const push = (isOver: () => boolean) => Promise.all(phones.map((phone) => phone.run(server.origin, isOver)));
    await push(() => witness.receipts.size >= 40);
    writeFileSync(flag, '');
    const before = witness.receipts.size;
    await push(() => false);
    expect(witness.receipts.size).toBe(before);
    expect(await server.ended).toBe(1);
    expect(server.complaints()).toContain('The disk failed while writing');
    rmSync(flag);
    const next = await startServerProcess(dataFolder);
    // What the dying server answered with is no promise.
    const dying = witness.contradictions.length;
    const examine = () =>
      findProblems(readStoredState(dataFolder, { communityId, isThorough: true }), {
        sent: witness.sent,
        receipts: witness.receipts,
        contradictions: witness.contradictions.slice(dying),
      });
    expect(examine()).toEqual([]);
    await Promise.all(phones.map((phone) => phone.flush(next.origin)));
    expect([undecided(witness), examine()]).toEqual([[], []]);
    await next.stop();
  });
});
