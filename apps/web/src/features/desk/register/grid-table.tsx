import type { OverviewAnswer } from '@lianxin/protocol';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Table, type TableColumn } from '../../../ui/table.tsx';

type Grid = OverviewAnswer['grids'][number];

export interface GridTableProps {
  readonly grids: readonly Grid[];
  readonly hrefOf: (gridId: string) => string;
}

/** Shows by grid how long ago its doors were visited; places are compared here, never people. */
export const GridTable = ({ grids, hrefOf }: GridTableProps) => {
  const { grids: words, gridsCaption } = tDesk.register;
  const { count } = tDesk.desk;
  const columns: readonly TableColumn<Grid>[] = [
    { key: 'name', header: words.name, cell: ({ gridId, name }) => <Link href={hrefOf(gridId)}>{name}</Link> },
    { key: 'doors', header: words.doors, numeric: true, cell: ({ dwellings }) => count(dwellings) },
    { key: 'within30', header: words.within30, numeric: true, cell: (grid) => count(grid.visitedWithin30Days) },
    { key: 'within90', header: words.within90, numeric: true, cell: (grid) => count(grid.visitedWithin90Days) },
    {
      key: 'more',
      header: words.more,
      numeric: true,
      cell: (grid) => count(Math.max(0, grid.dwellings - grid.visitedWithin90Days)),
    },
  ];
  return <Table caption={gridsCaption} columns={columns} rows={grids} rowKey={({ gridId }) => gridId} />;
};
