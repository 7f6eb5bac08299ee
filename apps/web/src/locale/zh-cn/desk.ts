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
  signOut: '退出登录',
  signIn: '去登录',
  signedInAs: (name: string) => `${name} 已登录`,
  filters: '筛选',
  community: '社区或村',
  grid: '网格',
  allGrids: '全部网格',
  count,
  percent,
  offline: '连不上服务器。管理台要有网才能用;手机里的记录不受影响。',
  failedTitle: '没有拿到内容',
  forAdministrators: {
    title: '管理台给管理员用',
    body: '走访和帮忙在手机页面里。要管组织、人员和台账,请找管理员开通。',
  },
  noCommunity: {
    title: '还没有社区或村',
    body: '先在「组织与人员」里添一个,底册和台账才有地方放。',
    action: '去组织与人员',
  },
  unsavedTitle: '还没保存',
  unsavedBody: '关掉的话,刚才填的就没有了。',
  unsavedLeave: '不要了',
  unsavedStay: '接着填',
};
