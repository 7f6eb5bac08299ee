import type { Instant } from '@lianxin/domain';
import type { RegisterHousehold } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import type { TableColumn } from '../../../ui/table.tsx';

/** Lists the columns of the register at the desk; names and phones come masked from the server. */
export const registerColumns = (now: Instant): readonly TableColumn<RegisterHousehold>[] => {
  const { columns, vacant, never } = tDesk.register;
  const { count } = tDesk.desk;
  return [
    { key: 'address', header: columns.address, cell: ({ address }) => address },
    { key: 'grid', header: columns.grid, cell: ({ gridName }) => gridName },
    {
      key: 'head',
      header: columns.head,
      cell: ({ householdId, headName }) => (householdId === null ? vacant : (headName ?? '—')),
    },
    { key: 'phone', header: columns.phone, cell: ({ phone }) => phone ?? '' },
    {
      key: 'members',
      header: columns.members,
      numeric: true,
      cell: ({ householdId, members }) => (householdId === null ? '' : count(members)),
    },
    {
      key: 'openNeeds',
      header: columns.openNeeds,
      numeric: true,
      cell: ({ openNeeds }) => (openNeeds === 0 ? '' : count(openNeeds)),
    },
    {
      key: 'lastVisit',
      header: columns.lastVisit,
      cell: ({ lastVisitAt }) => (lastVisitAt === null ? never : t.dates.moment(lastVisitAt, now)),
    },
  ];
};
