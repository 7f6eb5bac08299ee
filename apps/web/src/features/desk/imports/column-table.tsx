import type { ImportPreview } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { PickField } from '../../../ui/pick-field.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { columnLetter, type SheetShape } from './mapping-draft.ts';

export interface ColumnTableProps {
  readonly shape: SheetShape;
  /** What every column stands for, in order. */
  readonly targets: readonly string[];
  readonly options: ImportPreview['targets'];
  readonly onChange: (index: number, target: string) => void;
}

interface ColumnRow {
  readonly index: number;
  readonly heading: string;
  readonly samples: string;
  readonly target: string;
}

const headingOf = ({ group, heading }: { readonly group: string; readonly heading: string }): string =>
  [group, heading].filter(Boolean).join(' / ') || tDesk.imports.columns.nameless;

/** Shows the columns of one shape of sheet with a few of their values, each with a choice of what it is. */
export const ColumnTable = ({ shape, targets, options, onChange }: ColumnTableProps) => {
  const words = tDesk.imports.columns;
  const rows = shape.first.columns.map((column, index) => ({
    index,
    heading: headingOf(column),
    samples: t.ui.join.list(column.samples.filter(Boolean)),
    target: targets[index] ?? column.target,
  }));
  const choices = options.map(({ target, label }) => ({ value: target, label }));
  const choicesFor = (target: string) =>
    choices.some(({ value }) => value === target) ? choices : [{ value: target, label: target }, ...choices];
  const columns: readonly TableColumn<ColumnRow>[] = [
    { key: 'column', header: words.column, cell: ({ index }) => columnLetter(index) },
    { key: 'source', header: words.source, rowHeader: true, cell: ({ heading }) => heading },
    { key: 'sample', header: words.sample, wrap: true, cell: ({ samples }) => samples },
    {
      key: 'target',
      header: words.target,
      cell: ({ index, heading, target }) => (
        <PickField
          label={words.targetOf(heading)}
          options={choicesFor(target)}
          value={target}
          onChange={(chosen) => onChange(index, chosen)}
        />
      ),
    },
  ];
  return (
    <Table
      caption={words.caption(t.ui.join.list(shape.names))}
      captionShown
      columns={columns}
      rows={rows}
      rowKey={({ index }) => String(index)}
    />
  );
};
