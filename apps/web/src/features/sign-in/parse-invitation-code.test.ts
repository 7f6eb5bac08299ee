import { expect, test } from 'vitest';
import { parseInvitationCode } from './parse-invitation-code.ts';

test.each(['ABCD2345', 'abcd2345', 'abcd-2345', ' ABCD 2345 ', 'ABCD2345', 'ABCD—2345'])(
  '%j is understood as the code on the card',
  (typed) => {
    expect(parseInvitationCode(typed)).toBe('ABCD2345');
  },
);

test.each(['', 'ABCD234', 'ABCD23456', 'ABCD2340', 'ABCD234I', '邀请码'])('%j is no code', (typed) => {
  expect(parseInvitationCode(typed)).toBeNull();
});
