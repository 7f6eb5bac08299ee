import type { Page } from '@playwright/test';
import type { TourIds } from './tour-ids.ts';
import { turnTo } from './turn-to.ts';

/** Is one page of the app as somebody meets it. */
export interface Stop {
  readonly name: string;
  readonly path: (ids: TourIds) => string;
  /** What is pressed before the page is looked at: sheets, docks and answers are part of a page. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Whose pages a tour shows. */
export type TourRole = 'nobody' | 'worker' | 'villager' | 'volunteer' | 'admin';

const at = (name: string, path: string): Stop => ({ name, path: () => path });

const pressDoor = async (page: Page): Promise<void> => {
  await page.getByRole('table').or(page.getByRole('grid')).getByRole('button').first().click();
};

const pressOther = async (page: Page): Promise<void> => {
  await pressDoor(page);
  await page.getByRole('button', { name: '其他' }).click();
};

const pressNext = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '下一步' }).click();
};

const search = async (page: Page): Promise<void> => {
  await page.getByRole('searchbox').fill('1');
};

const pressFirstChip = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox').first().check();
};

const pressChanged = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: '有变化' }).check();
  await page.getByRole('checkbox', { name: '电话' }).first().check();
};

/** Changes something first, so that there is something to tell. */
const changePhone = async (page: Page): Promise<void> => {
  if (await page.getByText('→').first().isVisible()) return;
  const history = page.url();
  await page.getByRole('main').getByRole('link').first().click();
  await page.getByRole('link', { name: '改这个人' }).click();
  await page.getByLabel('联系电话').fill('19990000602');
  await page.getByRole('button', { name: '保存' }).click();
  await turnTo(page, history);
};

const answerQuestions = async (page: Page): Promise<void> => {
  await page.locator('summary').first().waitFor();
  for (const set of await page.locator('summary').all()) await set.click();
  await page.getByRole('radio', { name: '有困难' }).first().check();
  await page.getByRole('button', { name: '海报:多一个' }).click();
};

const openCadence = async (page: Page): Promise<void> => {
  await page.getByRole('table').getByRole('button').first().click();
};

/** One red pixel is a picture too. */
const redPixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const takePhoto = async (page: Page): Promise<void> => {
  const fold = page.locator('details').filter({ hasText: '照片(可不留)' });
  await fold.waitFor();
  // A visit that was left half-written comes back with its photo, and with the fold open.
  if ((await fold.getAttribute('open')) === null) {
    await fold.getByText('照片(可不留)').click();
    const photo = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(redPixel, 'base64') };
    await page.getByLabel('选照片').setInputFiles(photo);
  }
  await page.getByRole('img', { name: /^照片 1/ }).waitFor();
};

const issueCode = async (page: Page): Promise<void> => {
  await page.getByLabel('住户同意在家里放这张卡').waitFor();
  if (await page.getByRole('img', { name: '住户码' }).isVisible()) return;
  await page.getByLabel('住户同意在家里放这张卡').check();
  await page.getByRole('button', { name: '发一张' }).click();
  await page.getByRole('img', { name: '住户码' }).waitFor();
};

/** A token that nobody was given. */
const noToken = 'A'.repeat(22);

/** Every page of the app, by whose it is. */
export const tours: Readonly<Record<TourRole, readonly Stop[]>> = {
  worker: [
    at('today', '/today'),
    at('today-log', '/today/log'),
    at('register', '/register'),
    { name: 'search', path: () => '/register', act: search },
    { name: 'building', path: (ids) => `/register/building/${ids.building}` },
    { name: 'building-dock', path: (ids) => `/register/building/${ids.building}`, act: pressDoor },
    { name: 'building-other', path: (ids) => `/register/building/${ids.building}`, act: pressOther },
    { name: 'building-all', path: (ids) => `/register/building/${ids.building}?entrance=all` },
    { name: 'new-door', path: (ids) => `/building/${ids.building}/new-door` },
    { name: 'household', path: (ids) => `/door/${ids.door}` },
    { name: 'vacant-door', path: (ids) => `/door/${ids.vacantDoor}` },
    { name: 'edit-door', path: (ids) => `/door/${ids.door}/edit` },
    { name: 'new-household', path: (ids) => `/door/${ids.vacantDoor}/new-household` },
    { name: 'edit-household', path: (ids) => `/household/${ids.household}/edit` },
    { name: 'new-member', path: (ids) => `/household/${ids.household}/new-member` },
    { name: 'move-household', path: (ids) => `/household/${ids.household}/move` },
    { name: 'end-household', path: (ids) => `/household/${ids.household}/end` },
    { name: 'split-household', path: (ids) => `/household/${ids.household}/split`, act: pressFirstChip },
    { name: 'merge-household', path: (ids) => `/household/${ids.household}/merge` },
    { name: 'history', path: (ids) => `/history/person/${ids.person}`, act: changePhone },
    { name: 'household-history', path: (ids) => `/history/household/${ids.household}` },
    { name: 'merge-person', path: (ids) => `/member/${ids.member}/merge`, act: search },
    { name: 'split-person', path: (ids) => `/member/${ids.member}/split` },
    { name: 'member', path: (ids) => `/member/${ids.member}` },
    { name: 'edit-member', path: (ids) => `/member/${ids.member}/edit` },
    { name: 'end-membership', path: (ids) => `/member/${ids.member}/end` },
    { name: 'new-visit', path: (ids) => `/door/${ids.door}/visit` },
    { name: 'visit-changes', path: (ids) => `/door/${ids.door}/visit`, act: pressChanged },
    { name: 'new-visit-questions', path: (ids) => `/door/${ids.door}/visit`, act: answerQuestions },
    { name: 'new-visit-photo', path: (ids) => `/door/${ids.door}/visit`, act: takePhoto },
    at('photo-gone', '/photo/no-such-photo-00'),
    { name: 'household-code', path: (ids) => `/household/${ids.household}/code`, act: issueCode },
    at('scan', '/scan'),
    at('code-of-others', `/q/${noToken}`),
    at('printing', '/print'),
    at('door-slip', '/print/slip'),
    { name: 'building-notice', path: (ids) => `/print/building/${ids.building}?community=${ids.community}` },
    { name: 'visit', path: (ids) => `/visit/${ids.visit}` },
    { name: 'wrong-door', path: (ids) => `/visit/${ids.visit}/wrong-door` },
    at('needs', '/needs'),
    { name: 'new-need', path: (ids) => `/door/${ids.door}/need` },
    { name: 'new-wish', path: (ids) => `/door/${ids.door}/wish` },
    { name: 'need', path: (ids) => `/need/${ids.need}` },
    { name: 'edit-need', path: (ids) => `/need/${ids.need}/edit` },
    at('worker-help', '/help'),
    at('worker-log-help', '/help/log'),
    at('mine', '/mine'),
    at('feedback', '/mine/feedback'),
    at('install', '/mine/install'),
    at('change-pin', '/mine/pin'),
    at('welcome', '/welcome'),
    { name: 'welcome-ticks', path: () => '/welcome', act: pressNext },
    at('sync', '/mine/sync'),
    at('held', '/held'),
    at('not-found', '/no-such-page'),
  ],
  villager: [
    at('village-today', '/today'),
    at('village-register', '/register'),
    { name: 'village-group', path: (ids) => `/register/building/${ids.group}` },
    { name: 'village-sort', path: (ids) => `/building/${ids.group}/sort` },
    { name: 'village-household', path: (ids) => `/door/${ids.courtyard}` },
    { name: 'village-new-door', path: (ids) => `/building/${ids.group}/new-door` },
  ],
  volunteer: [
    at('help', '/help'),
    at('claimed', '/help/mine'),
    { name: 'finish-wish', path: (ids) => `/help/finish/${ids.claimedNotice}` },
    at('log-help', '/help/log'),
    at('help-records', '/help/records'),
    { name: 'help-record', path: (ids) => `/help/records/${ids.help}` },
    at('volunteer-mine', '/mine'),
    at('volunteer-welcome', '/welcome'),
  ],
  admin: [
    at('desk-register', '/desk/register'),
    at('desk-erase', '/desk/register/erase'),
    at('desk-residents', '/desk/ledgers/residents'),
    at('desk-visits', '/desk/ledgers/visits'),
    at('desk-help', '/desk/ledgers/help'),
    at('desk-grid-log', '/desk/ledgers/grid-log'),
    at('desk-question-sets', '/desk/question-sets'),
    at('desk-question-set', '/desk/question-sets/fiveItems'),
    at('desk-imports', '/desk/imports'),
    { name: 'desk-import', path: (ids) => `/desk/imports/${ids.importId}` },
    at('desk-units', '/desk/units'),
    { name: 'desk-unit', path: (ids) => `/desk/units/${ids.building}` },
    at('desk-accounts', '/desk/accounts'),
    { name: 'desk-account', path: (ids) => `/desk/accounts/${ids.account}` },
    at('desk-cadences', '/desk/cadences'),
    { name: 'desk-cadence', path: () => '/desk/cadences', act: openCadence },
    { name: 'desk-held', path: (ids) => `/desk/held?community=${ids.community}` },
    at('desk-audit', '/desk/audit'),
    at('desk-rescues', '/desk/rescues'),
    at('desk-not-found', '/desk/no-such-page'),
  ],
  // Last: an invitation that nobody has sent counts as a guess, and after a few the server makes everybody here wait.
  nobody: [
    at('sign-in', '/sign-in'),
    at('join', '/join'),
    at('public-code', `/q/${noToken}`),
    at('public-worker-unknown', `/w/${noToken}`),
    { name: 'invitation', path: ({ invitation }) => invitation },
    at('unknown-invitation', '/invitation#nobody-has-ever-sent-this-invitation-to-me'),
  ],
};
