import type { ImportPreview, ImportSheet } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';

export interface HeaderStepProps {
  readonly preview: ImportPreview;
  readonly onNext: () => void;
}

const columns = (): readonly TableColumn<ImportSheet>[] => {
  const words = tDesk.imports.header;
  return [
    { key: 'sheet', header: words.sheet, cell: ({ sheet }) => sheet },
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
      cell: (sheet) =>
        sheet.columns
          .map(({ heading }) => heading)
          .filter(Boolean)
          .join('、'),
    },
  ];
};

/** Shows which sheets are ledgers and where their headings stand. */
export const HeaderStep = ({ preview, onNext }: HeaderStepProps) => {
  const words = tDesk.imports.header;
  return (
    <>
      <FilterBar
        label={words.right}
        end={
          <Button variant="main" size="compact" onClick={onNext}>
            {words.right}
          </Button>
        }
      >
        <Sub>{words.question}</Sub>
      </FilterBar>
      <Table caption={words.caption} columns={columns()} rows={preview.sheets} rowKey={({ sheet }) => sheet} />
      {preview.otherSheets.length > 0 && <Sub padded>{words.others(preview.otherSheets.join('、'))}</Sub>}
      <Section title={words.wrong}>
        <Sub padded>{words.wrongBody}</Sub>
      </Section>
    </>
  );
};
