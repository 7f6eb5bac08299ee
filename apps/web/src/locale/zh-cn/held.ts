import { count } from './numbers.ts';

/** What waits for whoever works the grid now; it blames nobody. */
export const held = {
  title: '待接手的记录',
  back: '传输',
  intro: '以前管这里的人写的,传上来时已经换您管了。采用了才生效;不采用也会留底。',
  waiting: (value: number) => `${count(value)} 条待接手的记录`,
  waitingNote: '以前的网格员写的,等您看一眼',
  here: (value: number) => `这一户有 ${count(value)} 条待接手的记录`,
  open: '去看看',
  by: (name: string, when: string) => `${name} ${when} 写的`,
  byYou: (when: string) => `您 ${when} 写的`,
  change: (label: string, now: string) => `${label}:${now} →`,
  reasons: {
    accountDisabled: '写的人已不在这里工作',
    unknownMutation: '服务器更新以后才能采用',
    alreadyEnded: '要改的那一条当时已经不在了',
  },
  gone: '要改的那一条已经不在了,只能不采用。',
  after: (value: number) => `要先有前面的 ${count(value)} 条,会一起采用`,
  take: '采用',
  drop: '不采用',
  taken: '采用这一条',
  takenWith: (value: number) => `连前面的一起,采用 ${count(value)} 条`,
  dropped: '不采用这一条',
  savedTaken: '已采用,已存手机',
  savedDropped: '没有采用,已存手机',
  toDoor: '看这一户',
  empty: {
    title: '没有要接手的记录',
    body: '换网格的时候,以前的网格员没传上来的改动会出现在这里,由您决定采不采用。',
  },
};
