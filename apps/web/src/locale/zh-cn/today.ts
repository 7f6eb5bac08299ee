import type { CivilDate, KnockingTime, MajorChange, PartOfDay } from '@lianxin/domain';
import { count } from './numbers.ts';

/** The groups that say how somebody lives; with 老人 they make one word: 高龄独居老人. */
const ways: Readonly<Record<string, string>> = {
  livesAlone: '独居',
  emptyNest: '空巢',
  leftBehind: '留守',
  disabledElder: '失能',
};

const groups: Readonly<Record<string, string>> = {
  minimumAllowance: '低保户',
  marginalAllowance: '低保边缘户',
  extremePoverty: '特困户',
  rigidExpense: '支出困难户',
  disabled: '残疾人',
  lostOnlyChild: '失独家庭',
  orphan: '孤儿',
  povertyMonitored: '监测户',
  liftedFromPoverty: '脱贫户',
  floating: '流动人口',
  partyMember: '党员',
  veteran: '退役军人',
  laidOff: '下岗职工',
};

/** 独居老人、低保户. */
const who = (kinds: readonly string[], isOld: boolean): string => {
  const lives = kinds.flatMap((kind) => ways[kind] ?? []).join('');
  const age = kinds.includes('elderly') ? '高龄' : '';
  const first = lives === '' && age === '' ? [] : [`${age}${lives}${isOld ? '老人' : ''}`];
  return [...first, ...kinds.flatMap((kind) => groups[kind] ?? [])].join('、');
};

const periods: Readonly<Record<number, string>> = {
  1: '每天',
  7: '每周',
  14: '每两周',
  15: '每半月',
  30: '每月',
  60: '每两月',
  90: '每季',
  180: '每半年',
  182: '每半年',
  365: '每年',
};

const partWords: Readonly<Record<PartOfDay, string>> = { morning: '上午', afternoon: '下午', evening: '傍晚' };
const fromHour: Readonly<Record<PartOfDay, string>> = { morning: '9 点后', afternoon: '14 点后', evening: '17 点后' };

const timeWords = ({ part, isWeekend }: KnockingTime, beside: KnockingTime): string =>
  isWeekend === beside.isWeekend ? partWords[part] : `${isWeekend ? '周末' : '平日'}${partWords[part]}`;

const changes: Readonly<Record<MajorChange['kind'], string>> = {
  died: '家里有人去世',
  leftAlone: '家里只剩一人了',
  born: '添了孩子',
  newGroup: '家里有了难处',
};

export const today = {
  title: '今天',
  figures: { toVisit: '户该去', late: '已逾期', toTell: '件要回话' },
  links: { log: '今日小结', search: '找门', print: '打印' },
  linksLabel: '还可以',
  section: (name: string, topFloor: number | null, isWalked: boolean) =>
    [name === '' ? '其他' : name, isWalked ? '按你走的顺序' : topFloor !== null && `从 ${floorWords(topFloor)}往下`]
      .filter(Boolean)
      .join(' · '),
  shortSection: (name: string) => (name === '' ? '其他' : name),
  doors: (value: number) => `${count(value)} 户`,
  late: (value: number) => `${count(value)} 逾期`,
  later: '换个时间再去',
  due: (whom: string, everyDays: number) => `${whom},${periods[everyDays] ?? `每 ${count(everyDays)} 天`}`,
  who,
  everybody: '例行走访',
  change: (kind: MajorChange['kind']) => `${changes[kind]},去看看`,
  changedOn: (day: string) => `${day} 的事`,
  lastOn: (day: string, ago: string) => `上次 ${day},${ago}`,
  daysLeft: (days: number) => (days === 1 ? '还有 1 天,到明天' : `还有 ${count(days)} 天`),
  neverMet: '还没见过面',
  nobody: (part: string) => `上次无人(${part})`,
  retry: ({ part, isWeekend }: KnockingTime, failed: KnockingTime, hasOpenedThen: boolean) => {
    const when = timeWords({ part, isWeekend }, failed);
    return hasOpenedThen ? `${when}开门的多,${fromHour[part]}再去` : `${when}再去`;
  },
  followUp: (what: string) => `回访:${what}`,
  toTell: (heard: string) => [heard, '已办好'].filter(Boolean).join(','),
  heardOn: (day: string) => `${day} 听到`,
  needLate: (day: string) => `逾期,${day} 前要办好`,
  needNear: (day: string) => `${day} 前要办好`,
  quick: (door: string, outcome: string) => `${door} ${outcome}`,
  statusLabel: { overdue: '逾期', due: '该去了', soon: '快到了', nobodyHome: '上次无人' },
  empty: { title: '今天没有要去的人家', body: '都去过了,歇一歇。想多走一户,到「住户」里挑。' },
  nothingYet: { title: '这里会列出今天该去的人家', body: '管理员把网格分给你、导入底册以后,连一次网就会出现。' },
  toRegister: '去住户',
  lacksOlder: '以前的走访还在取,单子还会变。',
  printed: { met: '见到 □', noAnswer: '无人 □', note: '记:' },
  log: {
    title: '今日小结',
    day: '哪一天',
    figures: { households: '户走访', needs: '件需求', solved: '件当天办结' },
    outcomes: '结果',
    kinds: '按类别',
    solved: '当天办结',
    passedOn: '继续办',
    told: '回了话',
    late: '其中补录',
    phone: '其中电话',
    caseCount: (value: number) => `${count(value)} 件`,
    visitCount: (value: number) => `${count(value)} 次`,
    copy: '复制',
    copied: '已复制,到群里粘贴就行',
    notCopied: '没能复制。长按下面的字,自己选。',
    privacy: '里面只有数,没有姓名、门牌和电话。',
    empty: { title: '这一天还没有记录', body: '走访一户,这里就有数了。' },
    heading: (day: CivilDate, weekday: string, place: string) => `【网格日志】${day} ${weekday}${place && ` ${place}`}`,
    text: {
      visits: (households: number, outcomes: string) => `走访 ${count(households)} 户:${outcomes}`,
      noVisits: '没有走访',
      places: (buildings: number) => `走了 ${count(buildings)} 处楼栋或组`,
      extra: (late: number, phone: number) =>
        [phone > 0 && `电话 ${count(phone)} 次`, late > 0 && `补录 ${count(late)} 次`].filter(Boolean).join(','),
      needs: (value: number, kinds: string) => `听到需求 ${count(value)} 件:${kinds}`,
      noNeeds: '没有听到新的需求',
      solved: (solved: number, passedOn: number, told: number) =>
        `当天办结 ${count(solved)} 件,继续办 ${count(passedOn)} 件,回话 ${count(told)} 件`,
      one: (word: string, value: number) => `${word} ${count(value)}`,
      stop: '、',
    },
  },
};

const floorWords = (floor: number): string => (floor < 0 ? `地下 ${-floor} 层` : `${floor} 层`);
