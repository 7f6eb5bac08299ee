import type { MutationName } from '@lianxin/protocol';

/** Spelled out for every kind, so that a new one does not compile without its word. */
const everyKind: Readonly<Record<MutationName, string>> = {
  'visit.log': '走访',
  'dwelling.add': '新房屋',
  'household.add': '新住户',
  'household.move': '搬家',
  'household.end': '一户搬走',
  'member.add': '新成员',
  'membership.end': '成员离开',
  'record.edit': '改登记',
  'tag.add': '加关照',
  'tag.end': '去关照',
  'need.raise': '新需求',
  'need.advance': '办需求',
  'wish.publish': '请人帮忙',
  'wish.claim': '认领',
  'wish.release': '放回认领',
  'wish.finish': '办成',
  'wish.withdraw': '撤回',
  'help.log': '帮忙记录',
  'conflict.decide': '选两个版本',
  'held.decide': '接手决定',
  'answers.give': '答卷',
  'photo.add': '加照片',
  'photo.remove': '删照片',
  'code.issue': '发住户码',
  'code.end': '停住户码',
  'household.split': '分户',
  'household.merge': '并户',
  'person.split': '拆成两人',
  'person.merge': '并为一人',
  'regrouping.undo': '恢复分并',
  'person.identify': '登记身份证',
};

/** The server may be newer than this page and name a kind that it does not know. */
const kinds: Readonly<Record<string, string>> = everyKind;

const reasons: Readonly<Record<string, string>> = {
  outOfScope: '传上来时已不管这个网格',
  accountDisabled: '账号已停用',
  unknownMutation: '服务器还不认识,等更新',
  failed: '服务器处理出错,请看日志',
  alreadyEnded: '那一条当时已经不在了',
};

export const held = {
  title: '待接手的记录',
  back: '底册',
  about: '换网格、停用账号以后才传上来的记录。内容只给现在的网格员看,采不采用由他们在手机上定;这里只看有多少、是谁的。',
  caption: '待接手的记录',
  figures: { open: '等网格员定', unplaced: '不属于哪个网格', total: '一共' },
  columns: {
    writtenAt: '什么时候写的',
    author: '谁写的',
    kind: '哪一类',
    reason: '为什么',
    grid: '网格',
    state: '现在',
  },
  kinds,
  otherKind: '一条记录',
  reasons,
  states: { open: '等网格员定', taken: '已采用', dropped: '没有采用', unplaced: '服务器收着' },
  decided: (state: string, name: string, when: string) => `${state} · ${name} ${when}`,
  cut: (shown: string, total: string) => `只列出最近 ${shown} 条,一共 ${total} 条。`,
  empty: { title: '没有待接手的记录', body: '网格员换网格或账号停用后才传上来的改动,会列在这里。' },
};
