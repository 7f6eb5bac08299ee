import { beforeEach, expect, it } from 'vitest';
import { noticeWipe, useWipeNotice } from './wipe-notice.ts';

const asked = () => useWipeNotice.getState().accountId;

beforeEach(() => useWipeNotice.setState({ accountId: null }));

it('notes whose records are to be forgotten, as the server names them', () => {
  noticeWipe(401, { code: 'wipe', detail: 'account-000000000001' });
  expect(asked()).toBe('account-000000000001');
});

it.each([
  [403, { code: 'wipe', detail: 'account-000000000001' }],
  [401, { code: 'notSignedIn', detail: 'account-000000000001' }],
  [401, { code: 'wipe' }],
  [401, 'wipe'],
  [401, null],
])('notes nothing of %i %o', (status, problem) => {
  noticeWipe(status, problem);
  expect(asked()).toBeNull();
});
