import type { CivilDate, Instant } from '@lianxin/domain';
import type { Account } from '@lianxin/protocol';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import type { TableColumn } from '../../../ui/table.tsx';
import { dutiesText, stateOf } from './account-rows.ts';

/** Lists the columns of the accounts' table. */
export const accountColumns = (now: Instant, today: CivilDate): readonly TableColumn<Account>[] => {
  const { columns, states, neverSeen, noDuty, unsent, open } = tDesk.accounts;
  return [
    {
      key: 'name',
      header: columns.name,
      cell: (account) => (
        <Link href={`/desk/accounts/${account.id}`} aria-label={open(account.name)}>
          {account.name}
        </Link>
      ),
    },
    { key: 'loginName', header: columns.loginName, cell: (account) => account.loginName ?? '' },
    { key: 'duties', header: columns.duties, wrap: true, cell: (account) => dutiesText(account, today) || noDuty },
    { key: 'state', header: columns.state, cell: (account) => states[stateOf(account, now)] },
    {
      key: 'lastSeen',
      header: columns.lastSeen,
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? neverSeen : t.dates.moment(lastSeenAt, now)),
    },
    { key: 'unsent', header: columns.unsent, numeric: true, cell: (account) => unsent(account.unsent) },
  ];
};
