import { expect, test } from 'vitest';
import { readSyncTick } from './sync-tick.ts';

const now = Date.parse('2026-11-20T01:30:00Z');
const synced = { unsent: 0, attention: 0, syncedAt: Date.parse('2026-11-20T01:12:00Z') };

test('everything at the server is said with the time of today', () => {
  expect(readSyncTick(synced, { now, isSignedOut: false, isStalled: false })).toMatchObject({
    count: 1,
    tone: 'done',
    text: '已同步 09:12',
  });
});

test('a sync of another day says the day and is quiet', () => {
  const summary = { ...synced, syncedAt: Date.parse('2026-11-19T01:12:00Z') };
  expect(readSyncTick(summary, { now, isSignedOut: false, isStalled: false })).toMatchObject({
    tone: 'soft',
    text: '已同步 昨天 09:12',
  });
});

test('unsent work is said to be on the phone and nothing more', () => {
  expect(readSyncTick({ ...synced, unsent: 2 }, { now, isSignedOut: false, isStalled: false })).toMatchObject({
    count: 1,
    text: '已存手机 2',
  });
});

test('what was not taken comes before what waits, and an ended session before both', () => {
  const summary = { ...synced, unsent: 2, attention: 1 };
  expect(readSyncTick(summary, { now, isSignedOut: false, isStalled: false }).text).toBe('1 条要处理');
  expect(readSyncTick(summary, { now, isSignedOut: true, isStalled: false })).toMatchObject({
    href: '/sign-in',
    text: '请再登录',
  });
});

test('work that stands still comes before what was not taken, and only while something waits', () => {
  const stalled = { now, isSignedOut: false, isStalled: true };
  expect(readSyncTick({ ...synced, unsent: 2, attention: 1 }, stalled)).toMatchObject({
    href: '/mine/sync',
    count: 0,
    tone: 'late',
    text: '同步停滞',
  });
  expect(readSyncTick(synced, stalled).text).toBe('已同步 09:12');
  expect(readSyncTick({ ...synced, unsent: 2 }, { ...stalled, isSignedOut: true }).text).toBe('请再登录');
});
