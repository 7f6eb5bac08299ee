import type { LedgerLayout } from './layout.ts';

/** The columns of 志愿服务台账. */
export const helpLayout = {
  name: '志愿服务台账',
  frozenColumns: 2,
  columns: [
    { key: 'sequence', heading: '序号', width: 5 },
    { key: 'activity', heading: '活动名称', width: 16, align: 'left' },
    { key: 'servedOn', heading: '日期', width: 12 },
    { key: 'period', heading: '起止时间', width: 12 },
    { key: 'place', heading: '地点', width: 14, align: 'left' },
    { key: 'organiser', heading: '组织单位', width: 14, align: 'left' },
    { key: 'leader', heading: '负责人', width: 9 },
    { key: 'content', heading: '服务内容', width: 22, align: 'left' },
    { key: 'served', heading: '服务对象', width: 10 },
    { key: 'volunteer', heading: '志愿者姓名', width: 10 },
    { key: 'volunteerNo', heading: '志愿者编号', width: 11 },
    { key: 'hours', heading: '时长(小时)', width: 8 },
    { key: 'rating', heading: '评价', width: 7 },
    { key: 'recorder', heading: '记录人', width: 9 },
    { key: 'note', heading: '备注', width: 14, align: 'left' },
  ],
} as const satisfies LedgerLayout;

/** Is the key of a column of 志愿服务台账. */
export type HelpColumn = (typeof helpLayout.columns)[number]['key'];
