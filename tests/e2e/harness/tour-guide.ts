import { expect, type Page } from '@playwright/test';
import { type ApiClient, acceptByApi } from './api-client.ts';
import { invite } from './invite.ts';
import { leaveWorkBehind } from './leave-work-behind.ts';
import { createPhone, deskViewport, type Phone } from './phone.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { acceptInvitation, signIn, waitForFirstPull } from './sign-in-steps.ts';
import { importSmallLedger } from './small-ledger.ts';
import { type Stop, type TourRole, tours } from './tour.ts';
import { readTourIds, type TourIds } from './tour-ids.ts';
import { turnTo } from './turn-to.ts';

/** Leads through every page of the app, over a demo that has something to show on each. */
export interface TourGuide {
  readonly server: RunningServer;
  /** Opens the app as somebody; the phone is the guest's to put back. */
  readonly start: (role: TourRole) => Promise<Phone>;
  /** Brings a page to a stop and waits until it stands still. */
  readonly lead: (page: Page, stop: Stop) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Starts a demo and prepares what its pages show: an import under way, work that somebody left behind and a claimed wish. */
export const startTour = async (): Promise<TourGuide> => {
  const server = await startServer();
  const admin = await acceptByApi(server, server.invitation('管理员'), 'zhoumin');
  await importSmallLedger(server, admin);
  await leaveWorkBehind(server, admin);
  const volunteer = createPhone(server.origin);
  await claimOneWish(volunteer, server);
  const ids: TourIds = { ...readTourIds(server), invitation: await inviteSomebody(server, admin) };
  return {
    server,
    start: (role) => (role === 'volunteer' ? Promise.resolve(volunteer) : openAs(role, server)),
    lead: (page, stop) => lead(page, stop, ids),
    end: () => server.remove(),
  };
};

const openAs = async (role: TourRole, server: RunningServer): Promise<Phone> => {
  const phone = createPhone(server.origin, role === 'admin' ? { viewport: deskViewport } : {});
  if (role === 'nobody') await phone.open('/');
  else if (role === 'admin') await signIn(phone, 'zhoumin');
  else {
    const name = role === 'worker' ? '王芳' : '李大山';
    await waitForFirstPull(await acceptInvitation(phone, server.invitation('网格员', name), role));
  }
  return phone;
};

const claimOneWish = async (phone: Phone, server: RunningServer): Promise<void> => {
  const page = await acceptInvitation(phone, server.invitation('志愿者'), 'chenchen');
  await waitForFirstPull(page);
  await page.getByRole('button', { name: '我来' }).first().click();
  await expect(page.getByText('已到服务器').or(page.getByText('已同步')).first()).toBeVisible();
};

const inviteSomebody = async (server: RunningServer, admin: ApiClient): Promise<string> => {
  const { link } = await invite(server, admin, { name: '赵小满', role: 'volunteer', unit: '青禾路社区' });
  return link.replace(server.origin, '');
};

const lead = async (page: Page, stop: Stop, ids: TourIds): Promise<void> => {
  await turnTo(page, stop.path(ids));
  await settle(page);
  await stop.act?.(page);
  await settle(page);
};

const settle = async (page: Page): Promise<void> => {
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByText('正在打开……').or(page.getByText('Opening…'))).toHaveCount(0);
  await expect(page.getByText('正在看这张邀请……')).toHaveCount(0);
};

/** Every role with the stops of its tour. */
export const everyTour = Object.entries(tours) as readonly [TourRole, readonly Stop[]][];
