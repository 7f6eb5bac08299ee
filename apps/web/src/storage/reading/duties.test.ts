import type { SessionAnswer, SessionPosting } from '@lianxin/protocol';
import { expect, test } from 'vitest';
import { communitiesOf, dutiesIn } from './duties.ts';

const posting = (role: SessionPosting['role'], communityId: string | null): SessionPosting => ({
  role,
  unitId: 'unit-000000000000001',
  unitName: '第三网格',
  unitKind: 'grid',
  communityId,
  communityName: communityId === null ? null : `${communityId}社区`,
  communityKind: 'community',
});

const session = (...postings: readonly SessionPosting[]): SessionAnswer => ({
  account: { id: 'account-000000000001', name: '张秀兰', loginName: 'zxl' },
  postings: [...postings],
  isDemo: true,
  canViewUnmasked: false,
});

test('roles of one community are named once each', () => {
  const duties = dutiesIn(
    session(posting('volunteer', '甲'), posting('volunteer', '甲'), posting('gridWorker', '乙')),
    '甲',
  );
  expect(duties).toEqual({ communityName: '甲社区', roles: ['志愿者'], canClaim: true });
});

test('an administrator who goes to no doors cannot claim', () => {
  expect(dutiesIn(session(posting('communityAdmin', '甲')), '甲').canClaim).toBe(false);
});

test('a posting without a community offers none to choose', () => {
  const postings = [
    posting('operator', null),
    posting('gridWorker', '甲'),
    posting('volunteer', '甲'),
    posting('volunteer', '乙'),
  ];
  expect(communitiesOf(session(...postings)).map(({ id }) => id)).toEqual(['甲', '乙']);
});
