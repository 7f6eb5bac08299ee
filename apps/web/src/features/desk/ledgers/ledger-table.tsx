import type { LedgerPreview } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ledgers as chinese } from '../../../locale/zh-cn/desk-ledgers.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { Tone } from '../../../ui/tone.tsx';

export interface LedgerTableProps {
  readonly caption: string;
  readonly preview: LedgerPreview;
}

interface LedgerRow {
  readonly key: string;
  readonly cells: readonly string[];
}

/** Shows the first rows of a ledger as its workbook would hold them: in Chinese, whatever the page around it speaks. */
export const LedgerTable = ({ caption, preview }: LedgerTableProps) => {
  const { empty } = tDesk.ledgers;
  const columns: readonly TableColumn<LedgerRow>[] = preview.columns.map(({ key, label, numeric }, at) => ({
    key,
    header: label,
    numeric,
    cell: ({ cells }) => {
      const text = cells[at] ?? '';
      return text === chinese.toCheck ? <Tone tone="soon">{text}</Tone> : text;
    },
  }));
  return (
    <div lang="zh-CN">
      <Table
        caption={caption}
        columns={columns}
        rows={preview.rows.map((cells, at) => ({ key: String(at), cells }))}
        rowKey={({ key }) => key}
        sums={preview.sums && { key: 'sums', cells: preview.sums }}
        empty={<EmptyState title={empty.title}>{empty.body}</EmptyState>}
      />
    </div>
  );
};
