import { count, percent } from './numbers.ts';

export const desk = {
  navLabel: '管理台',
  nav: {
    register: '底册',
    visits: '走访',
    help: '需求与帮忙',
    ledgers: '台账',
    imports: '导入',
    people: '组织与人员',
    audit: '审计',
  },
  toPhone: '回到手机页面',
  signedInAs: (name: string) => `${name} 已登录`,
  filters: '筛选',
  narrow: '窗口窄的时候,表格可以左右拉。',
  rows: (value: number) => `${count(value)} 行`,
  count,
  percent,
};
