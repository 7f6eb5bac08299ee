import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '@lianxin/domain';
import { photoPartBytes, photoStateSchema } from '@lianxin/protocol';
import { gpsExif, newJpeg, withSegment } from '@lianxin/testkit';
import { beforeAll, describe, expect, it, vi } from 'vitest';
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
import { createTestPhone, type TestPhone } from '../../apps/api/src/testing/test-phone.ts';
import { photoOf, putPart, putPhoto, sha256Of } from './photo-client.ts';
import { filesHolding, type PlantedPerson, plantPerson, push } from './planted-person.ts';

const size = { width: 1200, height: 900 };
let seed = 1;
/** Is a picture of its own for each test. */
const picture = (scanBytes = 2_000): Uint8Array<ArrayBuffer> => {
  seed += 1;
  return newJpeg(size, scanBytes, seed);
};

let about: PlantedPerson;
let started: TestApp;
let communityId: string;
let worker: TestPhone;
let workerClient: TestClient;
let otherGrid: TestClient;
let volunteer: { readonly client: TestClient; readonly phone: TestPhone };

const join2 = async (name: string, role: string, unitId: string) => {
  const { account, invitation } = await invite(about.operator, name, [{ unitId, role }]);
  const { client } = await acceptInvitation(started, { code: invitation.code, loginName: name });
  return { account, client, phone: createTestPhone(client, communityId, () => started.clock.now) };
};

beforeAll(async () => {
  about = await plantPerson();
  ({ started } = about);
  ({ communityId } = about.place);
  const joined = await join2('赵一', 'gridWorker', about.place.gridIds[0]);
  [worker, workerClient] = [joined.phone, joined.client];
  otherGrid = (await join2('钱二', 'gridWorker', about.place.gridIds[1])).client;
  volunteer = await join2('孙三', 'volunteer', communityId);
});

const here = (): Record<string, Json> => ({ dwellingId: about.dwellingId, householdId: about.householdId });

const record = async (bytes: Uint8Array, fields: Record<string, Json> = here()): Promise<string> => {
  const made = photoOf(bytes, fields);
  const [outcome] = await push(worker, [['photo.add', made]]);
  expect(outcome).toMatchObject({ outcome: 'applied' });
  return made.photo.id;
};

const get = (client: TestClient, bytes: Uint8Array, rest = '') =>
  client.request('GET', `/photos/${sha256Of(bytes)}${rest}?community=${communityId}`);
const stateOf = async (bytes: Uint8Array) =>
  photoStateSchema.parse(await (await get(workerClient, bytes, '/state')).json());
const photoFiles = (): readonly string[] =>
  readdirSync(join(started.directory, 'photos'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(started.directory, 'photos', name)).isFile(),
  );

describe('the bytes of a photo', () => {
  it('are taken in parts after the record, rest sealed, and come back as they were', async () => {
    const bytes = picture(150_000);
    expect((await get(workerClient, bytes, '/state')).status).toBe(404);
    expect((await putPhoto(started, workerClient, communityId, bytes)).status).toBe(404);
    await record(bytes);
    expect(await stateOf(bytes)).toEqual({ have: 0, complete: false, refused: false });
    expect(await putPhoto(started, workerClient, communityId, bytes)).toEqual({
      status: 200,
      body: { have: bytes.length, complete: true, refused: false },
    });
    const answer = await get(workerClient, bytes);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': expect.stringMatching(/^attachment; filename="[0-9a-f]{12}\.jpg"$/),
    });
    const [file] = photoFiles().filter((name) => name.includes(sha256Of(bytes)));
    const path = join(started.directory, 'photos', file ?? '');
    expect(photoFiles().filter((name) => name.includes('.part'))).toEqual([]);
    expect(readFileSync(path).includes(Buffer.from(bytes.slice(0, 40)))).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await get(about.operator, bytes)).status).toBe(200);
  });

  it('are not changed by a part that comes twice or too early', async () => {
    const bytes = picture(160_000);
    const sha256 = sha256Of(bytes);
    await record(bytes);
    const part = (from: number) =>
      putPart(started, workerClient, { communityId, sha256, from }, bytes.slice(from, from + photoPartBytes));
    expect(await part(photoPartBytes)).toMatchObject({ status: 200, body: { have: 0 } });
    expect(await part(0)).toMatchObject({ status: 200, body: { have: photoPartBytes } });
    expect(await part(0)).toMatchObject({ status: 200, body: { have: photoPartBytes } });
  });

  it('are refused when they are something else, and nothing of them stays', async () => {
    const announced = picture();
    await record(announced);
    const other = Uint8Array.from(announced, (byte, at) => (at === 900 ? byte ^ 1 : byte));
    const target = { communityId, sha256: sha256Of(announced), from: 0 };
    expect(await putPart(started, workerClient, target, other)).toMatchObject({
      status: 422,
      body: { code: 'photoRefused' },
    });
    expect(photoFiles().filter((name) => name.includes(target.sha256))).toEqual([]);
    // The right ones may still come.
    expect((await putPhoto(started, workerClient, communityId, announced)).status).toBe(200);
  });

  it.each([
    ['Exif with the place it was taken at', () => withSegment(picture(), 0xe1, gpsExif()), {}],
    ['bytes behind the picture', () => Uint8Array.from([...picture(), ...Buffer.from('<script>')]), {}],
    ['50,000 by 50,000 pixels under a smaller record', () => newJpeg({ width: 50_000, height: 50_000 }), {}],
    ['another size than its record tells', () => picture(), { width: 100 }],
    ['a page under the name of a picture', () => Uint8Array.from(Buffer.from('<html><script>1</script></html>')), {}],
  ])('are refused for good with %s', async (_, make, fields) => {
    const bytes: Uint8Array<ArrayBuffer> = make();
    await record(bytes, { ...here(), ...fields });
    expect(await putPhoto(started, workerClient, communityId, bytes)).toMatchObject({ status: 422 });
    expect(await stateOf(bytes)).toEqual({ have: 0, complete: false, refused: true });
    expect(photoFiles().filter((name) => name.includes(sha256Of(bytes)))).toEqual([]);
    expect((await get(workerClient, bytes)).status).toBe(404);
    expect(await putPhoto(started, workerClient, communityId, bytes)).toMatchObject({ status: 422 });
  });

  it('may be no more than was announced, and no part larger than a part', async () => {
    const bytes = picture(150_000);
    await record(bytes, { ...here(), bytes: 1_000 });
    const target = { communityId, sha256: sha256Of(bytes), from: 0 };
    expect(await putPart(started, workerClient, target, bytes.slice(0, photoPartBytes))).toMatchObject({ status: 422 });
    expect(await putPart(started, workerClient, target, bytes)).toMatchObject({ status: 413 });
  });

  it('do not exist for another grid, for volunteers and for nobody', async () => {
    const bytes = picture();
    await record(bytes);
    await putPhoto(started, workerClient, communityId, bytes);
    for (const client of [otherGrid, volunteer.client]) {
      for (const rest of ['', '/state']) expect((await get(client, bytes, rest)).status).toBe(404);
      expect((await putPhoto(started, client, communityId, bytes)).status).toBe(404);
    }
    expect((await get(started.client(), bytes)).status).toBe(401);
    expect(
      (await workerClient.request('GET', `/photos/${sha256Of(bytes)}?community=${about.place.streetId}`)).status,
    ).toBe(404);
  });

  it('are on no phone of a volunteer, and neither are their records', async () => {
    await record(picture());
    const pages = await volunteer.phone.pullAll();
    expect(JSON.stringify(pages)).not.toContain('"photo"');
    expect(JSON.stringify(await worker.pullAll())).toContain('"photo"');
  });

  it.each(['..%2f..%2flianxin.sqlite', '%5c..%5c', '%00', '/etc/passwd', 'a'.repeat(4_096), 'AB'.repeat(32), '.'])(
    'cannot be asked for by a path: %s',
    async (name) => {
      for (const rest of ['', '/state']) {
        const answer = await workerClient.request('GET', `/photos/${name}${rest}?community=${communityId}`);
        expect([400, 404]).toContain(answer.status);
      }
      const answer = await workerClient.request('GET', `/photos/${'0'.repeat(64)}?community=..%2f..`);
      expect(answer.status).toBe(404);
    },
  );
});

describe('a photo that is taken away', () => {
  it('is gone from the disk once no record names it, and the audit tells who did it', async () => {
    const bytes = picture();
    const [first, second] = [await record(bytes), await record(bytes)];
    await putPhoto(started, workerClient, communityId, bytes);
    const files = () => photoFiles().filter((name) => name.includes(sha256Of(bytes)));
    await push(worker, [['photo.remove', { photoId: first }]]);
    await started.store.photos.sweep();
    expect(files()).toHaveLength(1);
    await push(worker, [['photo.remove', { photoId: second }]]);
    await vi.waitFor(() => expect(files()).toEqual([]));
    expect((await get(workerClient, bytes)).status).toBe(404);
    const { entries } = JSON.parse(await (await about.operator.request('GET', '/audit')).text());
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'photo.removed', actorName: '赵一', subjectId: second }),
    );
  });

  it('stays on the disk when the same push names it anew: its visit was at another door', async () => {
    const bytes = picture();
    const wrong = await record(bytes);
    await putPhoto(started, workerClient, communityId, bytes);
    const right = photoOf(bytes, here());
    const outcomes = await push(worker, [
      ['photo.add', right],
      ['photo.remove', { photoId: wrong }],
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    await started.store.photos.sweep();
    expect(await stateOf(bytes)).toMatchObject({ complete: true });
    expect((await get(workerClient, bytes)).status).toBe(200);
  });

  it('leaves nothing behind that nobody has touched for a month', async () => {
    const stray = join(started.directory, 'photos', communityId, '7'.repeat(64));
    writeFileSync(stray, 'x');
    await started.store.photos.sweep();
    expect(photoFiles()).toContain(join(communityId, '7'.repeat(64)));
    utimesSync(stray, 1, 1);
    await started.store.photos.sweep();
    expect(photoFiles()).not.toContain(join(communityId, '7'.repeat(64)));
  });

  it('can be sent again when the disk has lost it', async () => {
    const bytes = picture();
    await record(bytes);
    await putPhoto(started, workerClient, communityId, bytes);
    rmSync(join(started.directory, 'photos', communityId, sha256Of(bytes)));
    expect(await stateOf(bytes)).toEqual({ have: 0, complete: false, refused: false });
    expect(await putPhoto(started, workerClient, communityId, bytes)).toMatchObject({ status: 200 });
    expect((await get(workerClient, bytes)).status).toBe(200);
  });
});

describe('a photo of somebody who has left the grid', () => {
  it('is still taken in from its author, who sees nothing of it any more', async () => {
    const { client, phone, account } = await join2('周离', 'gridWorker', about.place.gridIds[0]);
    const bytes = picture();
    const taken = phone.mutation('photo.add', photoOf(bytes, here()));
    started.clock.now += 60_000;
    await about.operator.request('PUT', `/accounts/${account.id}/postings`, {
      postings: [{ unitId: about.place.gridIds[1], role: 'gridWorker' }],
    });
    expect((await phone.push([taken])).outcomes).toMatchObject([{ outcome: 'applied', reason: 'handedOver' }]);
    expect(await putPhoto(started, client, communityId, bytes)).toMatchObject({ status: 200 });
    expect((await get(client, bytes)).status).toBe(404);
    expect((await get(workerClient, bytes)).status).toBe(200);
  });
});

describe('the photos of an erased person', () => {
  it('go with the person: those of the household, and those at the door that name nobody; a neighbour keeps theirs', async () => {
    const { neighbour, operator, personId } = about;
    const [own, nobodys, others, unlisted] = [picture(), picture(), picture(), picture()];
    await record(unlisted);
    await putPhoto(started, workerClient, communityId, unlisted);
    // As a kill leaves it between writing the file and its line, or a backup that is older than the picture.
    started.core.writer.sqlite.prepare('DELETE FROM photo_files WHERE sha256 = ?').run(sha256Of(unlisted));
    await record(own, { ...here(), caption: '欧阳砚秋在窗边' });
    await record(nobodys, { dwellingId: about.dwellingId });
    const made = photoOf(others, { dwellingId: neighbour.dwellingId, householdId: neighbour.householdId });
    await push(about.worker, [['photo.add', made]]);
    for (const bytes of [own, nobodys]) await putPhoto(started, workerClient, communityId, bytes);
    await putPhoto(started, otherGrid, communityId, others);
    const answer = await operator.request('POST', `/persons/${personId}/erase`, {
      community: communityId,
      reason: '本人书面要求',
    });
    expect(JSON.parse(await answer.text())).toMatchObject({ removed: { photos: expect.any(Number) } });
    for (const bytes of [own, nobodys, unlisted]) {
      expect((await get(operator, bytes)).status).toBe(404);
      expect(photoFiles().filter((name) => name.includes(sha256Of(bytes)))).toEqual([]);
    }
    expect((await get(otherGrid, others)).status).toBe(200);
    expect(filesHolding(started.directory, '欧阳砚秋')).toEqual([]);
  });
});

describe('a server whose pictures were put back together with an old backup', () => {
  it('clears away those of who was erased since', async () => {
    const fresh = await plantPerson();
    const bytes = picture();
    const { householdId, dwellingId } = fresh;
    await push(fresh.worker, [['photo.add', photoOf(bytes, { householdId, dwellingId })]]);
    const target = { communityId: fresh.place.communityId, sha256: sha256Of(bytes) };
    await putPhoto(fresh.started, fresh.operator, target.communityId, bytes);
    const { directory } = fresh.started;
    const file = join(directory, 'photos', target.communityId, target.sha256);
    const kept = readFileSync(file);
    const backups = freshDirectory();
    const manifest = await backUp(directory, backups);
    const body = { community: target.communityId, reason: '本人书面要求' };
    const erased = await fresh.operator.request('POST', `/persons/${fresh.personId}/erase`, body);
    expect([erased.status, existsSync(file)]).toEqual([200, false]);
    await fresh.started.store.close();
    writeFileSync(file, kept);
    expect((await restoreBackup(restoreJob(directory), join(backups, manifest.file), null)).ok).toBe(true);
    const again = openStoreIn(directory);
    await vi.waitFor(() => expect(existsSync(file)).toBe(false));
    await again.store.close();
  });
});

describe('a server that is killed in the middle of an upload', () => {
  it('goes on where it was, also when a part was written and not counted', async () => {
    const { neighbour } = about;
    const bytes = picture(160_000);
    const sha256 = sha256Of(bytes);
    await push(about.worker, [
      ['photo.add', photoOf(bytes, { dwellingId: neighbour.dwellingId, householdId: neighbour.householdId })],
    ]);
    const part = (app: TestApp, from: number) =>
      putPart(app, otherGrid, { communityId, sha256, from }, bytes.slice(from, from + photoPartBytes));
    expect(await part(started, 0)).toMatchObject({ status: 200, body: { have: photoPartBytes } });
    writeFileSync(join(started.directory, 'photos', communityId, `${sha256}.${photoPartBytes}.part`), 'half');
    await started.store.close();
    const again = startTestApp({ opened: openStoreIn(started.directory) });
    again.clock.now = started.clock.now;
    // Begun anew by a phone that was killed too: the server says where to go on.
    expect(await part(again, 0)).toMatchObject({ status: 200, body: { have: photoPartBytes, complete: false } });
    expect(await part(again, photoPartBytes)).toMatchObject({ status: 200, body: { have: 2 * photoPartBytes } });
    expect(await part(again, 2 * photoPartBytes)).toMatchObject({ status: 200, body: { complete: true } });
    expect(photoFiles().filter((name) => name.includes(sha256))).toEqual([join(communityId, sha256)]);
  });
});
