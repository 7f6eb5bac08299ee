import type { ImportAnswer, ImportSheet } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { PointHeader } from './point-header.tsx';

export interface HeaderStepProps {
  readonly answer: ImportAnswer;
  readonly onNext: () => void;
}

const columns = (): readonly TableColumn<ImportSheet>[] => {
  const words = tDesk.imports.header;
  return [
    { key: 'sheet', header: words.sheet, cell: ({ sheet }) => sheet || words.wholeFile },
    {
      key: 'rows',
      header: words.rows,
      cell: ({ headerFirst, headerLast }) => words.found(headerFirst, headerLast),
    },
    { key: 'data', header: words.data, numeric: true, cell: ({ rows }) => words.dataRows(rows) },
    {
      key: 'headings',
      header: words.headings,
      wrap: true,
      cell: (sheet) => t.ui.join.list(sheet.columns.map(({ heading }) => heading).filter(Boolean)),
    },
  ];
};

/** Shows which sheets are ledgers and where their headings stand; where that is wrong somebody points at them. */
export const HeaderStep = ({ answer, onNext }: HeaderStepProps) => {
  const words = tDesk.imports.header;
  const { sheets, otherSheets } = answer.preview;
  const others = t.ui.join.list(otherSheets.map(({ sheet }) => sheet));
  return (
    <>
      <FilterBar
        label={words.right}
        end={
          <Button variant="main" size="compact" disabled={sheets.length === 0} onClick={onNext}>
            {words.right}
          </Button>
        }
      >
        <Sub>{sheets.length > 0 && words.question}</Sub>
      </FilterBar>
      {sheets.length === 0 ? (
        <Note tone="soon">{words.none}</Note>
      ) : (
        <Table caption={words.caption} columns={columns()} rows={sheets} rowKey={({ sheet }) => sheet} />
      )}
      {sheets.length > 0 && others !== '' && <Sub padded>{words.others(others)}</Sub>}
      <PointHeader key={answer.revision} answer={answer} />
    </>
  );
};
