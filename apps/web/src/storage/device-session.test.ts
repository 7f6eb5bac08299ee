import type { SessionAnswer, SessionPosting } from '@lianxin/protocol';
import { beforeEach, expect, test, vi } from 'vitest';

const stored = new Map<string, string>();

vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
});

/** Starts the app anew over what the browser has stored. */
const start = async () => {
  vi.resetModules();
  return await import('./device-session.ts');
};

const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;
const [town, village] = [id(1), id(2)];

const postedIn = (communityId: string): SessionPosting => ({
  role: 'gridWorker',
  unitId: id(3),
  unitName: '第一网格',
  unitKind: 'grid',
  communityId,
  communityName: '青禾路社区',
  communityKind: 'community',
});

const sessionOf = (accountId: string, communityIds: readonly string[]): SessionAnswer => ({
  account: { id: accountId, name: '王芳', loginName: 'wangfang' },
  canViewUnmasked: false,
  postings: communityIds.map(postedIn),
  isDemo: false,
});

beforeEach(() => stored.clear());

test('somebody whose duty ends stays where they were until the phone has let go, also after a restart', async () => {
  const first = await start();
  first.rememberSession(sessionOf(id(8), [town]));
  first.rememberSession(sessionOf(id(8), [village]));
  expect(first.useDeviceSession.getState().communityId).toBe(town);
  const again = await start();
  expect(again.useDeviceSession.getState().communityId).toBe(town);
  const { session } = again.useDeviceSession.getState();
  expect(session !== null && again.isPostedIn(session, town)).toBe(false);
  again.leaveCommunity();
  expect(again.useDeviceSession.getState().communityId).toBe(village);
  expect((await start()).useDeviceSession.getState().communityId).toBe(village);
});

test('somebody without any duty left is nowhere once the phone has let go', async () => {
  const app = await start();
  app.rememberSession(sessionOf(id(8), [town]));
  app.rememberSession(sessionOf(id(8), []));
  expect(app.useDeviceSession.getState().communityId).toBe(town);
  app.leaveCommunity();
  expect(app.useDeviceSession.getState().communityId).toBeNull();
  expect((await start()).useDeviceSession.getState().communityId).toBeNull();
});

test('another person on the same phone starts where they have a duty themselves', async () => {
  const app = await start();
  app.rememberSession(sessionOf(id(8), [town]));
  app.markSignedOut();
  app.rememberSession(sessionOf(id(9), [village]));
  expect(app.useDeviceSession.getState().communityId).toBe(village);
});
