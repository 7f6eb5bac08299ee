import type { Account, AccountPosting } from '@lianxin/protocol';

/** Builds a duty for tests. */
export const posting = (
  changes: Pick<AccountPosting, 'unitId' | 'role'> & Partial<AccountPosting>,
): AccountPosting => ({
  id: `posting-${changes.unitId}-${changes.role}`,
  unitName: changes.unitId,
  fromOn: '2026-01-01',
  toOn: null,
  isCurrent: true,
  ...changes,
});

/** Builds an account for tests; everything that a test does not speak of is plain. */
export const account = (changes: Partial<Account>): Account => ({
  id: 'account-of-somebody',
  name: '王小满',
  loginName: 'wangxiaoman',
  state: 'active',
  canViewUnmasked: false,
  postings: [],
  invitationExpiresAt: null,
  lastSeenAt: null,
  unsent: 0,
  ...changes,
});
