import { tDesk } from '../../../locale/desk-messages.ts';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { Tone } from '../../../ui/tone.tsx';
import type { HeadingRows, PointableSheet } from './header-draft.ts';
import { columnLetter } from './mapping-draft.ts';

export interface HeaderRowsProps {
  readonly sheet: PointableSheet;
  readonly rows: HeadingRows;
}

interface TopRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Shows the first rows of a sheet with the numbers and letters of the spreadsheet program, those that are headings marked. */
export const HeaderRows = ({ sheet, rows }: HeaderRowsProps) => {
  const words = tDesk.imports.header;
  const width = Math.max(1, ...sheet.top.map((cells) => cells.length));
  const isHeader = ({ number }: TopRow): boolean => number >= rows.first && number <= rows.last;
  const columns: readonly TableColumn<TopRow>[] = [
    { key: 'row', header: words.rowNumber, numeric: true, rowHeader: true, cell: ({ number }) => number },
    {
      key: 'isHeader',
      header: words.isHeader,
      cell: (row) => (isHeader(row) ? <Tone tone="press">{words.isHeader}</Tone> : ''),
    },
    ...Array.from(
      { length: width },
      (_, at): TableColumn<TopRow> => ({
        key: columnLetter(at),
        header: columnLetter(at),
        cell: ({ cells }) => cells[at] ?? '',
      }),
    ),
  ];
  return (
    <Table
      caption={words.top(sheet.sheet)}
      columns={columns}
      rows={sheet.top.map((cells, at) => ({ number: at + 1, cells }))}
      rowKey={({ number }) => String(number)}
    />
  );
};
