import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUp } from '../testing/backup-in.ts';
import { putToWork } from '../testing/community-at-work.ts';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { openStoreIn } from '../testing/open-store-in.ts';
import { createBackupKey, readIdentity } from './backup-key.ts';
import { listBackups } from './backup-manifest.ts';
import { beginHistory } from './begin-history.ts';
import { markSafe } from './mark-safe.ts';
import { hashFile, hashOpened } from './sealed-file.ts';

const workingServer = async () => {
  const directory = freshDirectory();
  const opened = openStoreIn(directory);
  const community = await putToWork(opened.core);
  await community.write(5);
  return { ...opened, directory, community, backups: freshDirectory() };
};

describe('a backup of a running server', () => {
  it('is one complete file with what its manifest says', async () => {
    const { directory, backups, community } = await workingServer();
    const manifest = await backUp(directory, backups);
    const file = join(backups, manifest.file);
    expect(readdirSync(backups).sort()).toEqual([manifest.file, `${manifest.file}.json`]);
    expect(await hashFile(file)).toBe(manifest.sha256);
    expect(manifest.snapshot.highWater.communities[community.communityId]).toMatchObject({ seq: 5 });
    expect(manifest.snapshot.counts).toMatchObject({ audit: 5, spaces: 2 });
    const copy = new Database(file, { readonly: true });
    expect(copy.prepare('SELECT seq FROM spaces WHERE community_id = ?').pluck().get(community.communityId)).toBe(5);
    copy.close();
    expect(listBackups(backups)).toEqual([manifest]);
  });

  it('raises what is safe to its snapshot, which a running server tells at once, and leaves a line in the audit', async () => {
    const { directory, backups, community, core } = await workingServer();
    expect(community.space().safe).toBe(0);
    const { file } = await backUp(directory, backups);
    await community.write(2);
    expect(community.space()).toMatchObject({ seq: 7, safe: 5 });
    const actions = core.reader.sqlite.prepare("SELECT subject_id FROM audit WHERE action = 'backup.made'").pluck();
    expect(actions.all()).toEqual([file]);
  });

  it('says nothing about a history that began after it', async () => {
    const { directory, backups, community, core } = await workingServer();
    const manifest = await backUp(directory, backups);
    beginHistory(core.writer.sqlite, [], core);
    expect(community.space().safe).toBe(0);
    markSafe(join(directory, 'lianxin.sqlite'), manifest, 1);
    expect(community.space().safe).toBe(0);
  });

  it('opens for its recipient alone and shows nothing to anybody else', async () => {
    const { directory, backups, store } = await workingServer();
    await store.accounts.createFirstOperator('欧阳若兰');
    const keyFile = join(freshDirectory(), 'backup.key');
    const recipient = await createBackupKey(keyFile);
    const plain = await backUp(directory, backups);
    expect(readFileSync(join(backups, plain.file)).includes('欧阳若兰')).toBe(true);
    const sealed = await backUp(directory, backups, { recipients: [recipient] });
    expect(readFileSync(join(backups, sealed.file)).includes('欧阳若兰')).toBe(false);
    expect(sealed.encryptedTo).toEqual([recipient]);
    const identity = readIdentity(keyFile) ?? '';
    expect(await hashOpened(join(backups, sealed.file), { identity })).toBe(sealed.databaseSha256);
  });

  it('is made of a database whose audit was tampered with, and says so', async () => {
    const { directory, backups, core } = await workingServer();
    core.writer.sqlite.exec("DROP TRIGGER audit_refuses_update; UPDATE audit SET action = 'changed' WHERE seq = 3");
    expect((await backUp(directory, backups)).auditFault).toEqual({ seq: 3, fault: 'changed' });
  });

  it('thins the older ones by the rule', async () => {
    const { directory, backups } = await workingServer();
    const hour = 3_600_000;
    const start = Date.parse('2026-11-20T00:10:00Z');
    const keep = { hours: 2, days: 0, months: 0 };
    for (const hours of [0, 1, 1.5, 3]) await backUp(directory, backups, { keep, now: () => start + hours * hour });
    expect(listBackups(backups).map(({ createdAt }) => (createdAt - start) / hour)).toEqual([3, 1.5]);
    expect(readdirSync(backups)).toHaveLength(4);
  });

  it('is not begun where it would take the room that new records need', async () => {
    const { directory, backups } = await workingServer();
    await expect(backUp(directory, backups, { spareBytes: 1e15 })).rejects.toThrow(/there is no room/);
    expect(readdirSync(backups)).toEqual([]);
  });

  it('clears away what an interrupted one left', async () => {
    const { directory, backups } = await workingServer();
    writeFileSync(join(backups, 'lianxin-2026-01-01T00-00-00-000Z.sqlite.partial'), 'half');
    writeFileSync(join(backups, 'lianxin-2026-01-01T00-00-00-000Z.sqlite.json'), '{}');
    const { file } = await backUp(directory, backups);
    expect(readdirSync(backups).sort()).toEqual([file, `${file}.json`]);
  });
});
