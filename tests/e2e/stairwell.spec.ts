import { expect, type Locator, type Page, test } from '@playwright/test';
import { startOneWorker } from './harness/one-worker.ts';
import type { Phone } from './harness/phone.ts';
import { dock, doorCell, openPlace, toast } from './harness/register-steps.ts';
import type { RunningServer } from './harness/running-server.ts';
import { swipe } from './harness/swipe.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
let phone: Phone;
let page: Page;

test.beforeAll(async () => {
  ({ server, phone, page } = await startOneWorker());
});

test.afterAll(async () => {
  await phone.remove();
  await server.remove();
});

/** The doors of the stairwell as they stand: from the top floor down, from the left. */
const labelsInOrder = async (): Promise<readonly string[]> =>
  page.getByRole('table').locator('[data-door-id] > span:first-child').allTextContents();

const doorIn = (labels: readonly string[], at: number): string => {
  const label = labels[at];
  if (label === undefined) throw new Error(`the demo has no ${at + 1}th door here`);
  return label;
};

const middleOf = async (place: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  const box = await place.boundingBox();
  if (box === null) throw new Error('what is swiped over is not shown');
  return { x: box.x + box.width / 2, y: box.y + 12 };
};

test('a swipe over the dock, its buttons and the arrow keys lead to the next door in walking order', async () => {
  await openPlace(page, '1号楼');
  const labels = await labelsInOrder();
  const [first, second, third] = [0, 1, 2].map((at) => doorIn(labels, at));
  if (first === undefined || second === undefined || third === undefined) throw new Error('three doors are needed');
  await doorCell(page, first).click();
  await expect(dock(page, first).getByRole('button', { name: /上一户/ })).toHaveCount(0);
  await swipe(page, await middleOf(dock(page, first)), { x: -120, y: 6 });
  await expect(dock(page, second)).toBeVisible();
  await expect(doorCell(page, second)).toHaveAttribute('aria-pressed', 'true');
  await dock(page, second)
    .getByRole('button', { name: `下一户 ${third}` })
    .click();
  await expect(dock(page, third)).toBeVisible();
  await dock(page, third).getByRole('button', { name: '见到' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(dock(page, second)).toBeVisible();
  await swipe(page, await middleOf(dock(page, second)), { x: 120, y: 0 });
  await expect(dock(page, first)).toBeVisible();
});

test('a swipe across the whole screen leads to the door before, not out of the building', async () => {
  await openPlace(page, '1号楼');
  const labels = await labelsInOrder();
  const [first, second] = [doorIn(labels, 0), doorIn(labels, 1)];
  await doorCell(page, second).click();
  const { y } = await middleOf(dock(page, second));
  await swipe(page, { x: 40, y }, { x: 290, y: 0 });
  await expect(dock(page, first)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1号楼');
});

test('a thumb that scrolls leads nowhere', async () => {
  await openPlace(page, '1号楼');
  const label = doorIn(await labelsInOrder(), 1);
  await doorCell(page, label).click();
  await swipe(page, await middleOf(dock(page, label)), { x: -90, y: -90 });
  await expect(dock(page, label)).toBeVisible();
});

test('an outcome is one tap, and another takes it back', async () => {
  await openPlace(page, '1号楼');
  const label = doorIn(await labelsInOrder(), 0);
  await doorCell(page, label).click();
  await dock(page, label).getByRole('button', { name: '无人' }).click();
  await expect(toast(page, `${label} 无人,已存手机`)).toBeVisible();
  await expect(doorCell(page, label)).toHaveAccessibleName(/上次无人/);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(toast(page, `${label} 已撤销`)).toBeVisible();
});

test('from the household sheet a swipe leads to the next door, and back still leads to the stairwell', async () => {
  await openPlace(page, '1号楼');
  const labels = await labelsInOrder();
  const [first, second] = [doorIn(labels, 0), doorIn(labels, 1)];
  await doorCell(page, first).click();
  await dock(page, first).getByRole('link', { name: '看这一户' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first);
  await swipe(page, { x: 200, y: 90 }, { x: -120, y: 0 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
  await page.getByRole('button', { name: `上一户 ${first}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first);
  await page.goBack();
  await expect(page.getByRole('table')).toBeVisible();
});

test('the main job by keyboard alone: register, door, visit, save', async () => {
  await turnTo(page, '/register');
  await page.getByRole('link', { name: '1号楼' }).focus();
  await page.keyboard.press('Enter');
  const labels = await labelsInOrder();
  await expect(page.getByRole('table')).toBeVisible();
  const [first, second] = [
    doorIn(labels.length > 0 ? labels : await labelsInOrder(), 0),
    doorIn(await labelsInOrder(), 1),
  ];
  await doorCell(page, first).focus();
  await page.keyboard.press('ArrowRight');
  await expect(doorCell(page, second)).toBeFocused();
  // Only one cell of the grid is reached by Tab; the arrows lead to the others.
  await expect(page.getByRole('table').locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await dock(page, second).getByRole('link', { name: '看这一户' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '记走访' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: '见到' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '保存' }).focus();
  await page.keyboard.press('Enter');
  await expect(toast(page, `${second} 见到,已存手机`)).toBeVisible();
});

test('large type lets the doors wrap under their floor, each as tall as a large target, none cut off', async () => {
  await openPlace(page, '1号楼');
  await page.evaluate(() => {
    document.documentElement.dataset['type'] = 'large';
  });
  const cells = page.getByRole('table').locator('[data-door-id]');
  const boxes = await cells.evaluateAll((all) =>
    all.slice(0, 8).map((cell) => ({
      height: cell.getBoundingClientRect().height,
      right: cell.getBoundingClientRect().right,
      isCut: cell.scrollWidth > cell.clientWidth,
    })),
  );
  expect(boxes.length).toBeGreaterThan(3);
  for (const { height, right, isCut } of boxes) {
    expect(height).toBeGreaterThanOrEqual(60);
    expect(right).toBeLessThanOrEqual(360);
    expect(isCut).toBe(false);
  }
  await page.evaluate(() => {
    delete document.documentElement.dataset['type'];
  });
});

test('nothing was said to the console', () => {
  expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
});
