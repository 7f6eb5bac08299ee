import type { LedgerLayout } from './layout.ts';

/** The columns of 网格日志: one line a grid and day, made from the records. Who did what is not among them. */
export const gridLogLayout = {
  name: '网格日志',
  frozenColumns: 3,
  columns: [
    { key: 'sequence', heading: '序号', width: 5 },
    { key: 'day', heading: '日期', width: 12 },
    { key: 'grid', heading: '网格', width: 10 },
    { key: 'households', heading: '走访户数', width: 8, isNumber: true, group: '走访(户)' },
    { key: 'met', heading: '见到', width: 6, isNumber: true, group: '走访(户)' },
    { key: 'noAnswer', heading: '无人', width: 6, isNumber: true, group: '走访(户)' },
    { key: 'refused', heading: '拒访', width: 6, isNumber: true, group: '走访(户)' },
    { key: 'movedOut', heading: '迁走', width: 6, isNumber: true, group: '走访(户)' },
    { key: 'vacant', heading: '空置', width: 6, isNumber: true, group: '走访(户)' },
    { key: 'needs', heading: '听到', width: 6, isNumber: true, group: '需求(件)' },
    { key: 'needKinds', heading: '类别', width: 24, align: 'left', group: '需求(件)' },
    { key: 'solved', heading: '当天办结', width: 8, isNumber: true, group: '需求(件)' },
    { key: 'passedOn', heading: '上报或续办', width: 9, isNumber: true, group: '需求(件)' },
    { key: 'told', heading: '回话', width: 6, isNumber: true, group: '需求(件)' },
    { key: 'note', heading: '备注', width: 14, align: 'left' },
  ],
} as const satisfies LedgerLayout;

/** Is the key of a column of 网格日志. */
export type GridLogColumn = (typeof gridLogLayout.columns)[number]['key'];
