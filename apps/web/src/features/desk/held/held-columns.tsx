import type { HeldEntry } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { TableColumn } from '../../../ui/table.tsx';

/** The columns of held work; grids are named as far as the desk knows them. */
export const heldColumns = (
  grids: readonly { readonly id: string; readonly name: string }[],
): readonly TableColumn<HeldEntry>[] => {
  const words = tDesk.held;
  const when = (at: number): string => t.dates.moment(at, systemClock.now());
  const gridNames = ({ gridIds }: HeldEntry): string =>
    t.ui.join.list(gridIds.flatMap((id) => grids.find((grid) => grid.id === id)?.name ?? []));
  return [
    { key: 'writtenAt', header: words.columns.writtenAt, cell: ({ writtenAt }) => when(writtenAt) },
    { key: 'author', header: words.columns.author, rowHeader: true, cell: ({ authorName }) => authorName ?? '' },
    { key: 'kind', header: words.columns.kind, cell: ({ name }) => words.kinds[name] ?? words.otherKind },
    { key: 'reason', header: words.columns.reason, cell: ({ reason }) => words.reasons[reason ?? ''] ?? reason },
    { key: 'grid', header: words.columns.grid, cell: gridNames },
    {
      key: 'state',
      header: words.columns.state,
      wrap: true,
      cell: ({ state, decidedByName, decidedAt }) =>
        decidedByName === null || decidedAt === null
          ? words.states[state]
          : words.decided(words.states[state], decidedByName, when(decidedAt)),
    },
  ];
};
