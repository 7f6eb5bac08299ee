import type { LedgerColumn, LedgerLayout } from './layout.ts';

/** The columns of 入户走访记录; 居民签字 is left empty for the pen. */
export const visitsLayout = {
  name: '入户走访记录',
  frozenColumns: 2,
  columns: [
    { key: 'sequence', heading: '序号', width: 5 },
    { key: 'visitedOn', heading: '走访日期', width: 12 },
    { key: 'visitor', heading: '走访人', width: 9 },
    { key: 'companions', heading: '陪同', width: 8 },
    { key: 'grid', heading: '网格', width: 9 },
    { key: 'door', heading: '门牌', width: 18, align: 'left' },
    { key: 'headName', heading: '户主', width: 9 },
    { key: 'way', heading: '走访方式', width: 7 },
    { key: 'outcome', heading: '结果', width: 6 },
    { key: 'circumstances', heading: '家庭情况', width: 18, align: 'left' },
    { key: 'problem', heading: '反映问题', width: 20, align: 'left' },
    { key: 'problemKind', heading: '问题类别', width: 9 },
    { key: 'answer', heading: '当场解答/解决情况', width: 18, align: 'left' },
    { key: 'isReported', heading: '是否上报', width: 6 },
    { key: 'followUp', heading: '后续措施', width: 14, align: 'left' },
    { key: 'signature', heading: '居民签字', width: 10 },
    { key: 'note', heading: '备注', width: 12, align: 'left' },
  ],
} as const satisfies LedgerLayout;

/** Is the key of a column of 入户走访记录. */
export type VisitsColumn = (typeof visitsLayout.columns)[number]['key'];

/** Puts the columns of what was asked at the visits before 居民签字, where the pen comes. */
export const visitsLayoutWith = (answers: readonly LedgerColumn[]): LedgerLayout => {
  const columns: readonly LedgerColumn[] = visitsLayout.columns;
  const signature = columns.findIndex(({ key }) => key === 'signature');
  return { ...visitsLayout, columns: [...columns.slice(0, signature), ...answers, ...columns.slice(signature)] };
};
