import type { CivilDate, Instant } from '@lianxin/domain';
import type { Account } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { dutiesOn, roleLabel } from '../duties.ts';

/** Tells how an account stands; an invitation that ran out says so, because somebody is waiting for it. */
export const stateOf = (account: Account, now: Instant): keyof typeof tDesk.accounts.states => {
  if (account.state !== 'invited') return account.state;
  return account.invitationExpiresAt === null || account.invitationExpiresAt <= now ? 'expired' : 'invited';
};

/** Words what an account looks after on a day. */
export const dutiesText = (account: Account, on: CivilDate): string =>
  t.ui.join.groups(
    dutiesOn(account, on).map((posting) => tDesk.accounts.duty(roleLabel(posting.role), posting.unitName)),
  );

const stateOrder = { active: 0, invited: 0, disabled: 1 } as const;
const byName = new Intl.Collator('zh-CN');

/** Lists the accounts that hold every word of a search in name, login name or duties; the disabled ones come last. */
export const findAccounts = (accounts: readonly Account[], search: string, on: CivilDate): readonly Account[] => {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  const textOf = (account: Account): string =>
    [account.name, account.loginName ?? '', dutiesText(account, on)].join(' ').normalize('NFKC').toLowerCase();
  return accounts
    .filter((account) => words.every((word) => textOf(account).includes(word)))
    .sort((a, b) => stateOrder[a.state] - stateOrder[b.state] || byName.compare(a.name, b.name));
};
