import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newJpeg } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../apps/api/src/durability/backup-manifest.ts';
import { photoListOf } from '../../apps/api/src/durability/backup-photos.ts';
import { restoreBackup } from '../../apps/api/src/durability/restore-backup.ts';
import { backUp, restoreJob } from '../../apps/api/src/testing/backup-in.ts';
import { freshDirectory } from '../../apps/api/src/testing/fresh-directory.ts';
import { openStoreIn } from '../../apps/api/src/testing/open-store-in.ts';
import {
  acceptInvitation,
  invite,
  startTestApp,
  type TestApp,
  type TestClient,
} from '../../apps/api/src/testing/test-app.ts';
import { photoOf, putPhoto, sha256Of } from '../security/photo-client.ts';
import { plantPerson, push } from '../security/planted-person.ts';

const pictures = [1, 2, 3].map((seed) => newJpeg({ width: 1200, height: 900 }, 3_000, seed));

/** Is a community with three photos and a place for its backups. */
const setUp = async () => {
  const about = await plantPerson();
  const { started, operator, place } = about;
  const { invitation } = await invite(operator, '赵一', [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
  const { client } = await acceptInvitation(started, { code: invitation.code, loginName: 'zhaoyi' });
  const at = { dwellingId: about.dwellingId, householdId: about.householdId };
  const ids: string[] = [];
  for (const bytes of pictures) {
    const record = photoOf(bytes, at);
    ids.push(record.photo.id);
    await push(about.worker, [['photo.add', record]]);
    await putPhoto(started, client, place.communityId, bytes);
  }
  return { ...about, client, ids, backups: freshDirectory(), photos: join(started.directory, 'photos') };
};

const look = async (app: TestApp, client: TestClient, communityId: string): Promise<readonly number[]> =>
  Promise.all(
    pictures.map(async (bytes) => {
      const answer = await app.app.request(
        `http://127.0.0.1:8787/api/v1/photos/${sha256Of(bytes)}?community=${communityId}`,
        { headers: { host: '127.0.0.1:8787', cookie: client.cookie() } },
      );
      const isSame = answer.status === 200 && Buffer.from(bytes).equals(Buffer.from(await answer.arrayBuffer()));
      return answer.status === 200 && !isSame ? 0 : answer.status;
    }),
  );

const photosIn = (folder: string): readonly string[] =>
  existsSync(join(folder, 'photos'))
    ? readdirSync(join(folder, 'photos'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /[0-9a-f]{64}$/.test(name),
      )
    : [];

describe('photos in a backup', () => {
  it('are copied beside it once, sealed as they are, and named by its list', async () => {
    const { started, place, backups, photos } = await setUp();
    const { file } = await backUp(started.directory, backups);
    const names = pictures.map((bytes) => join(place.communityId, sha256Of(bytes))).sort();
    expect([...photosIn(backups)].sort()).toEqual(names);
    for (const name of names)
      expect(readFileSync(join(backups, 'photos', name))).toEqual(readFileSync(join(photos, name)));
    expect(
      readFileSync(photoListOf(join(backups, file)), 'utf8')
        .trim()
        .split('\n')
        .sort(),
    ).toEqual(names);
    expect(readManifest(join(backups, file))?.photos).toEqual({ count: 3, missing: 0 });
    const before = names.map((name) => statSync(join(backups, 'photos', name)).ino);
    await backUp(started.directory, backups);
    expect(names.map((name) => statSync(join(backups, 'photos', name)).ino)).toEqual(before);
  });

  it('are brought back by a restore; one that is nowhere or damaged is told and taken in again', async () => {
    const { started, place, backups, photos, client } = await setUp();
    const { file } = await backUp(started.directory, backups);
    await started.store.close();
    rmSync(photos, { recursive: true });
    const [, damaged, gone] = pictures.map((bytes) => join(backups, 'photos', place.communityId, sha256Of(bytes)));
    writeFileSync(damaged ?? '', readFileSync(damaged ?? '').fill(1, 60));
    rmSync(gone ?? '');
    const restored = await restoreBackup(restoreJob(started.directory), join(backups, file), null);
    expect(restored).toMatchObject({ ok: true, value: { photos: { brought: 1, missing: 2 } } });
    const again = startTestApp({ opened: openStoreIn(started.directory) });
    again.clock.now = started.clock.now;
    expect(await look(again, client, place.communityId)).toEqual([200, 404, 404]);
    for (const bytes of pictures) await putPhoto(again, client, place.communityId, bytes);
    expect(await look(again, client, place.communityId)).toEqual([200, 200, 200]);
    await again.store.close();
  });

  it('stay with the disk when an older database is put back, and are known again with their records', async () => {
    const about = await setUp();
    const { started, place, backups, client, worker } = about;
    const { file } = await backUp(started.directory, backups);
    const later = newJpeg({ width: 1200, height: 900 }, 3_000, 9);
    const record = photoOf(later, { dwellingId: about.dwellingId });
    await push(worker, [['photo.add', record]]);
    await putPhoto(started, client, place.communityId, later);
    await started.store.close();
    await restoreBackup(restoreJob(started.directory), join(backups, file), null);
    const again = startTestApp({ opened: openStoreIn(started.directory) });
    again.clock.now = started.clock.now;
    const state = async (): Promise<unknown> =>
      (
        await again.app.request(
          `http://127.0.0.1:8787/api/v1/photos/${sha256Of(later)}/state?community=${place.communityId}`,
          { headers: { host: '127.0.0.1:8787', cookie: client.cookie() } },
        )
      ).json();
    expect(await state()).toMatchObject({ code: 'notFound' });
    again.core.writer.rows.write(place.communityId, {
      table: 'photo',
      id: record.photo.id,
      rev: 1,
      buckets: [`grid:${place.gridIds[0]}`],
      deleted: false,
      fields: record.photo.fields,
      marks: {},
    });
    expect(await state()).toMatchObject({ complete: true });
    await again.store.close();
  });

  it('leave the backup folder with the last backup that names them', async () => {
    const { started, backups, worker, ids, place } = await setUp();
    const first = await backUp(started.directory, backups);
    await push(
      worker,
      ids.slice(0, 2).map((photoId) => ['photo.remove', { photoId }] as const),
    );
    await started.store.photos.sweep();
    const keepLast = { keep: { hours: 1, days: 0, months: 0 } };
    const now = Date.now();
    await backUp(started.directory, backups, { ...keepLast, now: () => now + 60_000 });
    expect(photosIn(backups)).toHaveLength(3);
    await backUp(started.directory, backups, { ...keepLast, now: () => now + 3 * 3_600_000 });
    expect(existsSync(join(backups, first.file))).toBe(false);
    expect(photosIn(backups)).toEqual([join(place.communityId, sha256Of(pictures[2] ?? new Uint8Array()))]);
  });
});
