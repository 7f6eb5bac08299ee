import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkJpeg, maxPhotoBytes } from '@lianxin/domain';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { takeCameraPhoto } from './harness/camera-photo.ts';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { readRestingStorage } from './harness/device-storage.ts';
import type { Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import type { RunningServer } from './harness/running-server.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';
import { startTwoWorkers } from './harness/two-workers.ts';

let server: RunningServer;
let first: Phone;
let second: Phone;

test.beforeAll(async () => {
  ({ server, first, second } = await startTwoWorkers());
});

test.afterAll(async () => {
  await first.remove();
  await second.remove();
  await server.remove();
});

const picture = (page: Page) => page.getByRole('img', { name: /^照片 1/ });

/** Photos are folded away, because nobody has to take one. */
const openPhotos = (page: Page): Promise<void> => page.getByText('照片(可不留)').click();

/** The pixels in the middle of the upper and the lower half of a shown picture, and its size. */
const look = (page: Page) =>
  picture(page).evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) throw new Error('no picture');
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(image, 0, 0);
    const redAt = (y: number): boolean => {
      const [red = 0, , blue = 0] = context?.getImageData(width / 2, y, 1, 1).data ?? [];
      return red - blue > 60;
    };
    return { width, height, isRedAbove: redAt(height / 4), isRedBelow: redAt((height * 3) / 4) };
  });

const photoFiles = (): readonly string[] => {
  const folder = join(server.dataFolder, 'photos');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name));
};

test('a photo taken without a network goes with its visit, rests sealed, follows later, and a colleague sees it', async () => {
  test.setTimeout(180_000);
  const door = doorAt(demoDoors(server), 0);
  const page = first.page();
  await turnTo(page, `/door/${door.dwellingId}/visit`);
  const camera = await takeCameraPhoto(page);
  expect(camera.buffer.length).toBeGreaterThan(2_000_000);
  await first.goOffline();

  await test.step('it is shrunk on the phone, and a half-written visit keeps it over a reload', async () => {
    await openPhotos(page);
    await page.getByLabel('选照片').setInputFiles(camera);
    await expect(picture(page)).toBeVisible();
    await page.getByLabel('第 1 张说明(可不填)').fill('渗水的墙');
    await page.waitForTimeout(1_500);
    await page.reload();
    await expect(picture(page)).toBeVisible();
    expect(await look(page)).toMatchObject({ isRedAbove: true, isRedBelow: false });
    const { width, height } = await look(page);
    expect(height).toBeGreaterThan(width);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1_600);
  });

  await test.step('it is saved with the visit, without a network and without being asked for', async () => {
    await page.getByRole('radio', { name: '见到' }).check();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(toast(page, '已存手机')).toBeVisible();
  });

  await test.step('nothing of it is readable on the phone', async () => {
    const { indexedDb } = await readRestingStorage(page);
    const resting = Object.entries(indexedDb).filter(([place]) => place.endsWith('/photos'));
    expect(resting.flatMap(([, records]) => records)).toHaveLength(1);
    for (const [place, records] of Object.entries(indexedDb))
      expect(records.join('\n').includes('渗水的墙'), place).toBe(false);
    for (const [, records] of resting)
      for (const needle of ['JFIF', 'Exif']) expect(records.join()).not.toContain(needle);
  });

  await test.step('the visit shows it, marked as still to be sent', async () => {
    await turnTo(page, `/door/${door.dwellingId}`);
    await page.getByRole('link', { name: /见到/ }).first().click();
    await expect(page.getByRole('link', { name: '看大图 照片 1:渗水的墙,待传' })).toBeVisible();
    await page.reload();
    await expect(picture(page)).toBeVisible();
    await page.getByRole('link', { name: /看大图/ }).click();
    await expect(picture(page)).toBeVisible();
    await expect(page.getByText('渗水的墙')).toBeVisible();
  });

  await test.step('with the network back the record goes first and the bytes follow', async () => {
    const order: string[] = [];
    page.on('request', (request) => {
      if (/sync\/push|photos\//.test(request.url()))
        order.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await first.goOnline();
    await expect
      .poll(() => queryRows(server, 'SELECT complete_at FROM photo_files WHERE complete_at IS NOT NULL').length, {
        timeout: 30_000,
      })
      .toBe(1);
    const push = order.findIndex((line) => line.endsWith('/sync/push'));
    const put = order.findIndex((line) => line.startsWith('PUT'));
    expect(push).toBeGreaterThanOrEqual(0);
    expect(put).toBeGreaterThan(push);
    await waitUntilSynced(page);
  });

  await test.step('what the server keeps is small, upright, and tells no place', async () => {
    const [row] = queryRows(server, 'SELECT sha256, bytes, width, height, caption FROM photos WHERE deleted = 0');
    expect(Number(row?.['bytes'])).toBeLessThanOrEqual(maxPhotoBytes);
    expect(Number(row?.['height'])).toBeGreaterThan(Number(row?.['width']));
    const bytes = await page.evaluate(
      async ([sha256, community]) => {
        const answer = await fetch(`/api/v1/photos/${sha256}?community=${community}`);
        return [...new Uint8Array(await answer.arrayBuffer())];
      },
      [row?.['sha256'], queryRows(server, 'SELECT community_id AS id FROM photos')[0]?.['id']],
    );
    expect(checkJpeg(Uint8Array.from(bytes))).toMatchObject({ ok: true });
    expect(Buffer.from(bytes).includes('Exif')).toBe(false);
    expect(photoFiles()).toHaveLength(1);
  });

  await test.step('a colleague of the grid sees it on their phone', async () => {
    const theirs = second.page();
    await waitUntilSynced(theirs);
    await turnTo(theirs, `/door/${door.dwellingId}`);
    await theirs.getByRole('link', { name: /见到/ }).first().click();
    await expect(picture(theirs)).toBeVisible();
    expect(await look(theirs)).toMatchObject({ isRedAbove: true, isRedBelow: false });
    await theirs.getByRole('link', { name: /看大图/ }).click();
    await expect(picture(theirs)).toBeVisible();
    await expectAccessible(theirs);
  });

  await test.step('and takes it away: it is gone from the server and from both phones', async () => {
    const theirs = second.page();
    await theirs.getByRole('button', { name: '删掉照片' }).click();
    await theirs.getByRole('alertdialog').getByRole('button', { name: '删掉' }).click();
    await expect(toast(theirs, '照片已删')).toBeVisible();
    await waitUntilSynced(theirs);
    await expect.poll(photoFiles, { timeout: 15_000 }).toEqual([]);
    await waitUntilSynced(page);
    await expect
      .poll(
        async () => {
          const { indexedDb } = await readRestingStorage(page);
          return Object.entries(indexedDb)
            .filter(([place]) => place.endsWith('/photos'))
            .flatMap(([, records]) => records).length;
        },
        { timeout: 15_000 },
      )
      .toBe(0);
  });
});

test('an upload that is cut off in the middle goes on where it was, after the app was killed', async () => {
  test.setTimeout(120_000);
  const door = doorAt(demoDoors(server), 1);
  let page = first.page();
  await turnTo(page, `/door/${door.dwellingId}/visit`);
  let parts = 0;
  await page.context().route('**/api/v1/photos/*?from=*', async (route) => {
    parts += 1;
    if (parts > 1) await route.abort();
    else await route.continue();
  });
  await openPhotos(page);
  await page.getByLabel('选照片').setInputFiles(await takeCameraPhoto(page, 7));
  await expect(picture(page)).toBeVisible();
  await page.getByRole('radio', { name: '无人' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect
    .poll(() => queryRows(server, 'SELECT have FROM photo_files WHERE complete_at IS NULL'))
    .toEqual([{ have: 65_536 }]);
  // A browser that is killed may lose a fresh cookie, which is not what this is about.
  const cookies = await page.context().cookies();
  await first.kill();
  page = await first.open('/healthz');
  await page.context().addCookies(cookies);
  await page.goto('/register');
  await expect
    .poll(() => queryRows(server, 'SELECT complete_at FROM photo_files WHERE complete_at IS NOT NULL').length, {
      timeout: 30_000,
    })
    .toBe(1);
  expect(photoFiles()).toHaveLength(1);
});

test('what is no picture is not kept, and the visit goes on', async () => {
  const door = doorAt(demoDoors(server), 2);
  const page = first.page();
  await turnTo(page, `/door/${door.dwellingId}/visit`);
  const text = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html><script>1</script></html>') };
  await openPhotos(page);
  await page.getByLabel('选照片').setInputFiles(text);
  await expect(page.getByText('这张打不开,没有留下')).toBeVisible();
  await expect(picture(page)).toHaveCount(0);
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  await waitUntilSynced(page);
});

test('a photo that is still being shrunk is waited for: saving leaves none out', async () => {
  test.setTimeout(120_000);
  const door = doorAt(demoDoors(server), 3);
  const page = first.page();
  // Holds what the page asks of its worker, as an old phone does.
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      if (message instanceof Blob) held.push(() => post.call(this, message));
      else post.call(this, message);
    };
    Object.assign(window, { goOnShrinking: () => held.splice(0).forEach((go) => void go()) });
  });
  await page.goto(`/door/${door.dwellingId}/visit`);
  await openPhotos(page);
  await page.getByLabel('选照片').setInputFiles(await takeCameraPhoto(page, 11));
  await page.getByRole('radio', { name: '见到' }).check();
  await expect(page.getByText('照片还在缩小,好了就能保存')).toBeVisible();
  const save = page.getByRole('button', { name: '保存' });
  await expect(save).toHaveAttribute('aria-busy', 'true');
  await save.click({ force: true });
  await page.getByLabel('说说情况(可不填)').fill('墙渗水');
  await expect(page).toHaveURL(/\/visit$/);
  await page.evaluate('goOnShrinking()');
  await expect(picture(page)).toBeVisible();
  await save.click();
  await expect(toast(page, '已存手机')).toBeVisible();
  await page.getByRole('link', { name: /见到/ }).first().click();
  await expect(picture(page)).toBeVisible();
  await waitUntilSynced(page);
});

test('a phone that cannot open where it keeps photos says so, and the visit goes on', async () => {
  const door = doorAt(demoDoors(server), 4);
  const page = first.page();
  await page.addInitScript(() => {
    const Channel = window.BroadcastChannel;
    window.BroadcastChannel = class extends Channel {
      constructor(name: string) {
        if (name.startsWith('lianxin-photos-')) throw new Error('the phone is out of order');
        super(name);
      }
    };
  });
  await page.goto(`/door/${door.dwellingId}/visit`);
  await openPhotos(page);
  await expect(page.getByText('手机存照片的地方打不开')).toBeVisible();
  await expect(page.getByLabel('选照片')).toBeDisabled();
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  await waitUntilSynced(page);
});

test('the phones said nothing to the console and asked nobody else', () => {
  for (const phone of [first, second]) expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
});
