import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { backUp, restoreJob } from '../testing/backup-in.ts';
import { putToWork } from '../testing/community-at-work.ts';
import { copyCrashed } from '../testing/copy-crashed.ts';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { openStoreIn } from '../testing/open-store-in.ts';
import { type Program, startProgram, until } from '../testing/program.ts';
import { createBackupKey } from './backup-key.ts';
import { listBackups } from './backup-manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { hashFile } from './sealed-file.ts';

const writing = new URL('../testing/write-until-killed.ts', import.meta.url);
const backup = new URL('../commands/backup.ts', import.meta.url);

const running: Program[] = [];
const start = (...args: Parameters<typeof startProgram>): Program => {
  const program = startProgram(...args);
  running.push(program);
  return program;
};

afterEach(async () => {
  for (const program of running.splice(0)) {
    program.process.kill('SIGKILL');
    await program.ended;
  }
});

const lastOf = (program: Program): number => Number(program.lines().at(-1) ?? 0);

/** A stopped server with so many megabytes of records. */
const serverWith = async (megabytes: number): Promise<string> => {
  const directory = freshDirectory();
  const { core, store } = openStoreIn(directory);
  await (await putToWork(core)).write(3);
  const add = core.writer.sqlite.prepare('INSERT INTO settings (key, value) VALUES (?, hex(randomblob(524288)))');
  for (let at = 0; at < megabytes; at += 1) await core.queue.run(() => void add.run(`filling-${at}`));
  await store.close();
  return directory;
};

describe('backups while another process writes', () => {
  it('hold everything that was acknowledged before they began, and hold nobody up', async () => {
    const directory = await serverWith(20);
    const backups = freshDirectory();
    const writer = start(writing, [directory]);
    await until(() => lastOf(writer) > 20);
    for (let round = 0; round < 4; round += 1) {
      const acknowledged = lastOf(writer);
      const manifest = await backUp(directory, backups, { now: () => 1_795_000_000_000 + round * 3_600_000 });
      const marks = Object.values(manifest.snapshot.highWater.communities).map(({ seq }) => seq);
      expect(Math.max(...marks)).toBeGreaterThanOrEqual(acknowledged);
      const copy = new Database(join(backups, manifest.file), { readonly: true });
      expect(copy.prepare("SELECT count(*) FROM audit WHERE action = 'written'").pluck().get()).toBe(
        Math.max(...marks),
      );
      copy.close();
      await until(() => lastOf(writer) > acknowledged + 10);
    }
    writer.process.kill('SIGKILL');
    await writer.ended;
    const acknowledged = lastOf(writer);
    const newest = listBackups(backups)[0];
    const crashed = copyCrashed(directory);
    const { core, store } = openStoreIn(crashed);
    const { seq, safe } = (await putToWork(core)).space();
    expect(seq).toBeGreaterThanOrEqual(acknowledged);
    expect(safe).toBe(Math.max(...Object.values(newest?.snapshot.highWater.communities ?? {}).map((mark) => mark.seq)));
    await store.close();
    expect(await restoreBackup(restoreJob(crashed), join(backups, newest?.file ?? ''), null)).toMatchObject({
      ok: true,
    });
    const restored = openStoreIn(crashed);
    expect((await putToWork(restored.core)).space().seq).toBeGreaterThan(1_000_000_000 + acknowledged - 1);
    await restored.store.close();
  });
});

describe('a backup that is killed', () => {
  it('leaves nothing behind that looks like a backup and is none', async () => {
    const directory = await serverWith(20);
    const backups = freshDirectory();
    const recipient = await createBackupKey(join(freshDirectory(), 'key'));
    const env = { DATA_DIR: directory, BACKUP_DIR: backups, BACKUP_RECIPIENT: recipient };
    const seen = new Set<string>();
    for (let round = 0; round < 7; round += 1) {
      for (const name of readdirSync(backups)) if (name.endsWith('.partial')) rmSync(join(backups, name));
      const program = start(backup, [], env);
      const before = new Set(readdirSync(backups));
      const isNew = (name: string): boolean => /\.age(\.partial)?$/.test(name) && !before.has(name);
      const isWriting = (): boolean => readdirSync(backups).some(isNew);
      const hasEnded = (): boolean => program.process.exitCode !== null;
      // Sometimes while it copies and checks, mostly while it encrypts, and now and then after it has ended.
      if (round > 2) await until(() => isWriting() || hasEnded());
      await new Promise((resolve) => setTimeout(resolve, round > 2 ? (round - 3) * 150 : 600 + round * 300));
      program.process.kill('SIGKILL');
      await program.ended;
      for (const name of readdirSync(backups)) seen.add(name.replace(/^.*Z/, ''));
      const whole = listBackups(backups);
      const named = readdirSync(backups).filter((name) => name.endsWith('.age'));
      expect(named.sort()).toEqual(whole.map(({ file }) => file).sort());
      for (const { file, sha256 } of whole) expect(await hashFile(join(backups, file))).toBe(sha256);
    }
    // At least one was killed while it wrote, or the test has shown nothing.
    expect([...seen]).toContain('.sqlite.age.partial');
    const done = await start(backup, [], env).ended;
    expect(done.said).toMatch(/Backup made and checked/);
    expect(done.code).toBe(0);
    const left = readdirSync(backups).filter((name) => name.endsWith('.partial'));
    expect([left, readdirSync(join(directory, 'backup-in-progress'))]).toEqual([[], ['lock.sqlite']]);
  });
});
