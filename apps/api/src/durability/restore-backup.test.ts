import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { describe, expect, it } from 'vitest';
import { createAuditHeads } from '../store/sqlite/audit-head.ts';
import { openWriter } from '../store/sqlite/connection.ts';
import { backUp, restoreJob } from '../testing/backup-in.ts';
import { putToWork } from '../testing/community-at-work.ts';
import { copyCrashed } from '../testing/copy-crashed.ts';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { openStoreIn } from '../testing/open-store-in.ts';
import { acceptData } from './accept-data.ts';
import { createBackupKey, readIdentity } from './backup-key.ts';
import { restoreBackup } from './restore-backup.ts';
import { verifyAudit } from './verify-audit.ts';

/** A server with a backup at write 5 that went on to write 8 and was stopped. */
const backedUpServer = async (recipients: readonly string[] = []) => {
  const directory = freshDirectory();
  const backups = freshDirectory();
  const { core, store } = openStoreIn(directory);
  const community = await putToWork(core);
  await community.write(5);
  core.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const manifest = await backUp(directory, backups, { recipients });
  await community.write(3);
  const { epoch } = community.space();
  return { directory, core, store, epoch, manifest, file: join(backups, manifest.file) };
};

const spaceIn = async (directory: string) => {
  const { core, store } = openStoreIn(directory);
  const space = (await putToWork(core)).space();
  const audit = verifyAudit(core.writer.sqlite);
  const last = core.writer.sqlite.prepare('SELECT action FROM audit ORDER BY seq DESC').pluck().get();
  await store.close();
  return { space, audit, last };
};

/** Restores at the dawn of the clock, so that the numbers tell what else was remembered. */
const atDawn = (directory: string) => ({ ...restoreJob(directory), now: () => 2 });

describe('restoring a backup', () => {
  it('waits for the server to stop', async () => {
    const { directory, file, store } = await backedUpServer();
    await expect(restoreBackup(restoreJob(directory), file, null)).rejects.toThrow(/already works in/);
    await store.close();
  });

  it('begins a new history beyond every number that was given out, in which nothing is called backed up yet', async () => {
    const { directory, file, store, epoch } = await backedUpServer();
    await store.close();
    const restored = await restoreBackup(atDawn(directory), file, null);
    expect(restored.ok).toBe(true);
    const { space, audit, last } = await spaceIn(directory);
    expect(space).toMatchObject({ seq: 1_000_000_008, safe: 0 });
    expect(space.epoch).not.toBe(epoch);
    expect(audit).toMatchObject({ lines: 6, fault: undefined });
    expect(last).toBe('database.restored');
  });

  it('gives no number out again when one backup is restored twice and nobody remembers the first time', async () => {
    const { file } = await backedUpServer();
    const restoreAt = async (now: number): Promise<number> => {
      const directory = freshDirectory();
      await restoreBackup({ ...restoreJob(directory), now: () => now }, file, null);
      return (await spaceIn(directory)).space.seq;
    };
    const noon = Date.parse('2026-11-20T04:00:00Z');
    const [first, second] = [await restoreAt(noon), await restoreAt(noon + 60_000)];
    expect(second - first).toBe(60_000);
  });

  it('keeps the former database aside, whole', async () => {
    const { directory, file, store } = await backedUpServer();
    await store.close();
    const before = readFileSync(join(directory, 'lianxin.sqlite'));
    const restored = await restoreBackup(restoreJob(directory), file, null);
    const aside = restored.ok ? (restored.value.aside ?? '') : '';
    expect(readFileSync(join(aside, 'lianxin.sqlite')).equals(before)).toBe(true);
  });

  it('jumps beyond what the witness remembers when the database itself is unreadable', async () => {
    const { directory, file } = await backedUpServer();
    const crashed = copyCrashed(directory);
    rmSync(join(crashed, 'lianxin.sqlite-wal'));
    writeFileSync(join(crashed, 'lianxin.sqlite'), 'no database any more'.repeat(1_000));
    const restored = await restoreBackup(atDawn(crashed), file, null);
    expect(restored).toMatchObject({ ok: true, value: { knowsRevocations: false } });
    expect((await spaceIn(crashed)).space.seq).toBe(1_000_000_008);
  });

  it('works on a new machine that has nothing but the key', async () => {
    const { file } = await backedUpServer();
    const directory = freshDirectory();
    expect(await restoreBackup(atDawn(directory), file, null)).toMatchObject({ ok: true, value: { aside: null } });
    expect((await spaceIn(directory)).space.seq).toBe(1_000_000_005);
  });

  it('shuts out again whoever was disabled after the backup', async () => {
    const { directory, core, store, file } = await backedUpServer();
    const insert = core.writer.sqlite.prepare(
      "INSERT INTO accounts (id, name, state, can_view_unmasked, is_starter, created_at) VALUES (?, '某人', ?, 0, 0, 1)",
    );
    insert.run('account-that-stays-000001', 'active');
    insert.run('account-that-goes-0000001', 'active');
    const later = await backUp(directory, join(file, '..'));
    core.writer.sqlite.exec("UPDATE accounts SET state = 'disabled' WHERE id = 'account-that-goes-0000001'");
    await store.close();
    const restored = await restoreBackup(restoreJob(directory), join(file, '..', later.file), null);
    expect(restored).toMatchObject({ ok: true, value: { disabledAgain: 1 } });
    const again = openStoreIn(directory);
    const states = again.core.reader.sqlite.prepare('SELECT state FROM accounts ORDER BY id').pluck().all();
    expect(states).toEqual(['disabled', 'active']);
    await again.store.close();
  });

  it('refuses a damaged or unfinished file, a missing or wrong key, and another deployment, and leaves everything as it was', async () => {
    const keyFile = join(freshDirectory(), 'key');
    const recipient = await createBackupKey(keyFile);
    const { directory, file, store } = await backedUpServer([recipient]);
    await store.close();
    const before = readFileSync(join(directory, 'lianxin.sqlite'));
    const wrongFile = join(freshDirectory(), 'wrong');
    await createBackupKey(wrongFile);
    const identity = readIdentity(keyFile) ?? '';
    const tryWith = async (key: string | null, secret?: Buffer): Promise<string> => {
      const restored = await restoreBackup(restoreJob(directory, secret), file, key);
      return restored.ok ? 'restored' : restored.error;
    };
    expect(await tryWith(null)).toMatch(/encrypted: add --identity/);
    expect(await tryWith(readIdentity(wrongFile) ?? '')).toMatch(/does not open the backup/);
    expect(await tryWith(identity, Buffer.alloc(32, 9))).toMatch(/KEY_FILE/);
    const whole = readFileSync(file);
    truncateSync(file, whole.length - 1);
    expect(await tryWith(identity)).toMatch(/damaged/);
    writeFileSync(file, whole);
    rmSync(`${file}.json`);
    expect(await tryWith(identity)).toMatch(/never finished/);
    expect(readFileSync(join(directory, 'lianxin.sqlite')).equals(before)).toBe(true);
    expect(existsSync(join(directory, 'restore-in-progress'))).toBe(false);
  });
});

describe('a restore that breaks off', () => {
  it('keeps the server from starting half-way, and is simply run again', async () => {
    const { directory, file } = await backedUpServer();
    const withoutLog = copyCrashed(directory);
    rmSync(join(withoutLog, 'lianxin.sqlite-wal'));
    const witness = join(directory, 'witness', 'high-water');
    const withOldWitness = copyCrashed(directory);
    expect(await restoreBackup(restoreJob(withOldWitness), file, null)).toMatchObject({ ok: true });
    copyFileSync(witness, join(withOldWitness, 'witness', 'high-water'));
    for (const broken of [withoutLog, withOldWitness]) {
      expect(() => openStoreIn(broken)).toThrow(/older than its witness/);
      expect(await restoreBackup(restoreJob(broken), file, null)).toMatchObject({ ok: true });
      expect((await spaceIn(broken)).space.seq).toBeGreaterThanOrEqual(1_000_000_008);
    }
  });
});

describe('a backup of an older version', () => {
  it('is brought up to this version', async () => {
    const directory = freshDirectory();
    const { keyring } = restoreJob(directory);
    const old = openWriter(join(directory, 'lianxin.sqlite'));
    migrate(drizzle({ client: old }), { migrationsFolder: firstMigrations() });
    old.prepare("INSERT INTO settings (key, value) VALUES ('keyCheck', ?)").run(keyring.checkValue);
    old.exec("INSERT INTO spaces (community_id, seq, epoch, safe) VALUES ('community-of-the-test-0001', 3, 'e', 0)");
    const { file } = await backUp(directory, join(directory, 'backups'));
    expect(old.prepare('SELECT safe FROM spaces').pluck().get()).toBe(3);
    old.close();
    const elsewhere = freshDirectory();
    expect(await restoreBackup(atDawn(elsewhere), join(directory, 'backups', file), null)).toMatchObject({
      ok: true,
    });
    expect((await spaceIn(elsewhere)).space.seq).toBe(1_000_000_003);
  });
});

/** The migrations as they were in the first version. */
const firstMigrations = (): string => {
  const { migrationsFolder } = restoreJob('');
  const folder = freshDirectory();
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, 2) }),
  );
  return folder;
};

describe('accepting data that are older than they were', () => {
  it('begins a new history beyond what the witness remembers and says in the audit what was lost', async () => {
    const { directory, core, epoch } = await backedUpServer();
    const head = createAuditHeads(core.reader.sqlite).head();
    const crashed = copyCrashed(directory);
    truncateSync(join(crashed, 'lianxin.sqlite-wal'), 20_000);
    expect(() => openStoreIn(crashed)).toThrow(/older than its witness/);
    expect(await acceptData(atDawn(crashed))).toEqual({ ok: true, value: null });
    const { space, audit, last } = await spaceIn(crashed);
    expect(space.seq).toBe(1_000_000_008);
    expect(space.epoch).not.toBe(epoch);
    expect(audit.fault).toBeUndefined();
    expect(last).toBe('database.accepted');
    const again = openStoreIn(crashed);
    const facts = again.core.reader.sqlite
      .prepare("SELECT facts FROM audit WHERE action = 'database.accepted'")
      .pluck();
    expect(JSON.parse(String(facts.get()))).toEqual({ auditSeq: head?.seq, auditHash: head?.hash });
    await again.store.close();
  });

  it('has nothing to go on with when the database is empty', async () => {
    const { directory } = await backedUpServer();
    const crashed = copyCrashed(directory);
    for (const suffix of ['', '-wal']) truncateSync(join(crashed, `lianxin.sqlite${suffix}`), 0);
    expect(await acceptData(restoreJob(crashed))).toMatchObject({ ok: false, error: expect.stringMatching(/empty/) });
  });
});
