import type { ImportPreview } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { Tone } from '../../../ui/tone.tsx';
import { useFilters } from '../use-filters.ts';
import { answerTo, type ImportDecisions } from './import-decisions.ts';
import { type ReviewRow, reviewRows, rowsShown } from './review-rows.ts';
import { SamePersonChoice } from './same-person-choice.tsx';

const rowsPerPage = 100;

export interface ReviewTableProps {
  readonly preview: ImportPreview;
  readonly show: string | null;
  readonly decisions: ImportDecisions;
  readonly decide: (changes: Partial<ImportDecisions>) => void;
}

const understoodOf = (row: ReviewRow, decisions: ImportDecisions): string => {
  if (row.question === null) return row.understood;
  const { becomesSame, becomesNew, waits } = tDesk.imports.preview;
  const answer = answerTo(row.question, decisions);
  if (answer === null) return waits;
  return answer === 'same' ? becomesSame : becomesNew;
};

/** A remark that only repeats what was understood is not said twice. */
const labelOf = (row: ReviewRow): string => (row.label === row.understood ? '' : row.label);

/** Shows every row that has something to be said, as it was written and as it is understood. */
export const ReviewTable = ({ preview, show, decisions, decide }: ReviewTableProps) => {
  const words = tDesk.imports.preview;
  const filters = useFilters();
  const shown = rowsShown(reviewRows(preview), show);
  const pageCount = Math.max(1, Math.ceil(shown.length / rowsPerPage));
  const page = Math.min(Math.max(Number(filters.of('page') ?? '1') || 1, 1), pageCount);
  const columns: readonly TableColumn<ReviewRow>[] = [
    ...(preview.sheets.length > 1 ? [{ key: 'sheet', header: words.sheet, cell: (row: ReviewRow) => row.sheet }] : []),
    {
      key: 'row',
      header: words.row,
      numeric: true,
      rowHeader: true,
      cell: ({ row }) => (row === 0 ? '—' : tDesk.desk.count(row)),
    },
    { key: 'door', header: words.door, cell: ({ door }) => door || '—' },
    { key: 'name', header: words.name, cell: ({ name }) => name || '—' },
    { key: 'written', header: words.written, wrap: true, cell: ({ original }) => original },
    { key: 'understood', header: words.understood, wrap: true, cell: (row) => understoodOf(row, decisions) },
    {
      key: 'look',
      header: words.look,
      cell: (row) => {
        if (row.question !== null)
          return <SamePersonChoice question={row.question} decisions={decisions} decide={decide} />;
        return row.look ? <Tone tone="soon">{labelOf(row)}</Tone> : labelOf(row);
      },
    },
  ];
  const nothing = show === null ? words.allClear : words.nothingOfThis;
  const listed = preview.findings.length;
  const total = Object.values(preview.findingCounts).reduce((sum, value) => sum + value, 0);
  return (
    <>
      <Table
        caption={words.caption}
        columns={columns}
        rows={shown.slice((page - 1) * rowsPerPage, page * rowsPerPage)}
        rowKey={({ key }) => key}
        empty={<EmptyState title={nothing.title}>{nothing.body}</EmptyState>}
      />
      <Pager page={page} pageCount={pageCount} hrefOf={(next) => filters.hrefWith({ page: String(next) })} />
      {total > listed && <Sub padded>{words.capped(listed, total)}</Sub>}
    </>
  );
};
