import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDemo } from '../demo/build-demo.ts';
import { backUp, restoreJob } from '../testing/backup-in.ts';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { openStoreIn } from '../testing/open-store-in.ts';
import { acceptData } from './accept-data.ts';
import { restoreBackup } from './restore-backup.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/** A server with a backup of somebody who was erased afterwards, and an older copy of its database. */
const serverThatErased = async () => {
  const directory = freshDirectory();
  const backups = freshDirectory();
  const { core, store, clock } = openStoreIn(directory);
  await store.loadDemo(buildDemo(clock.now));
  const person = core.reader.sqlite
    .prepare<[], Person>("SELECT id, name, phone FROM persons WHERE phone <> '' AND deleted = 0 LIMIT 1")
    .get();
  if (person === undefined) throw new Error('nobody has a phone');
  const { file } = await backUp(directory, backups);
  core.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const older = join(freshDirectory(), 'older.sqlite');
  copyFileSync(join(directory, 'lianxin.sqlite'), older);
  expect(
    await store.erasures.eraseByOperator(person.id, { reason: '本人申请', cleanFile: async () => null }),
  ).toMatchObject({ ok: true });
  await store.close();
  return { directory, person, older, file: join(backups, file) };
};

const expectErased = async (directory: string, { id, name, phone }: Person): Promise<void> => {
  const { core, store } = openStoreIn(directory);
  const found = core.reader.sqlite.prepare('SELECT name, phone, erased_at FROM persons WHERE id = ?').get(id);
  expect(found).toMatchObject({ erased_at: expect.any(Number) });
  expect(found).not.toMatchObject({ name });
  await store.close();
  expect(readFileSync(join(directory, 'lianxin.sqlite')).includes(phone)).toBe(false);
};

describe('somebody who was erased after a backup', () => {
  it('stays erased when the backup is restored here', async () => {
    const { directory, person, file } = await serverThatErased();
    expect(readFileSync(file).includes(person.phone)).toBe(true);
    expect(await restoreBackup(restoreJob(directory), file, null)).toMatchObject({ ok: true });
    await expectErased(directory, person);
  });

  it('stays erased on a new machine when a later backup has brought the list', async () => {
    const { directory, person, file } = await serverThatErased();
    await backUp(directory, join(file, '..'));
    const elsewhere = freshDirectory();
    expect(await restoreBackup(restoreJob(elsewhere), file, null)).toMatchObject({ ok: true });
    await expectErased(elsewhere, person);
  });

  it('stays erased when older data are put back and accepted', async () => {
    const { directory, person, older } = await serverThatErased();
    copyFileSync(older, join(directory, 'lianxin.sqlite'));
    expect(() => openStoreIn(directory)).toThrow(/older than its witness/);
    expect(await acceptData(restoreJob(directory))).toMatchObject({ ok: true });
    await expectErased(directory, person);
  });
});
