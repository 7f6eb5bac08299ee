import type { SessionAnswer } from '@lianxin/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import { forgetHeardLease, heardLeaseOf, noteHeardLease } from './heard-lease.ts';

const now = Date.UTC(2026, 10, 20);
const session = {
  account: { id: 'account-wang', name: '王芳', loginName: 'wangfang' },
  postings: [],
  lease: { until: now + 7 * 86_400_000, days: 7 },
  // Only the account and the lease are looked at.
} as unknown as SessionAnswer;

afterEach(() => vi.restoreAllMocks());

test('what was heard grows older by a clock that nobody sets', () => {
  const steady = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  noteHeardLease(session, now);
  steady.mockReturnValue(61_000);
  expect(heardLeaseOf('account-wang')).toEqual({ until: session.lease?.until, seenAt: now + 60_000 });
});

test('what was granted to one person is nothing to another, and nothing once it was taken back', () => {
  noteHeardLease(session, now);
  expect(heardLeaseOf('account-li')).toBeNull();
  forgetHeardLease();
  expect(heardLeaseOf('account-wang')).toBeNull();
});
