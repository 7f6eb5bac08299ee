import type { CivilDate, KnockingTime, MajorChange, PartOfDay } from '@lianxin/domain';
import type { today as zhCn } from '../zh-cn/today.ts';
import { count } from './numbers.ts';

const groups: Readonly<Record<string, string>> = {
  elderly: 'very old',
  livesAlone: 'lives alone',
  emptyNest: 'empty nest',
  leftBehind: 'left behind',
  disabledElder: 'needs care',
  minimumAllowance: 'minimum allowance',
  marginalAllowance: 'near minimum allowance',
  extremePoverty: 'extreme poverty',
  rigidExpense: 'heavy expenses',
  disabled: 'disabled',
  lostOnlyChild: 'lost only child',
  orphan: 'orphan',
  povertyMonitored: 'watched against poverty',
  liftedFromPoverty: 'lifted from poverty',
  floating: 'newcomers',
  partyMember: 'Party member',
  veteran: 'veteran',
  laidOff: 'laid off',
};

const who = (kinds: readonly string[], isOld: boolean): string => {
  const words = kinds.flatMap((kind) => groups[kind] ?? []);
  const shown = (isOld && !kinds.includes('elderly') ? ['elder', ...words] : words).join(', ');
  return shown.charAt(0).toUpperCase() + shown.slice(1);
};

const periods: Readonly<Record<number, string>> = {
  1: 'daily',
  7: 'weekly',
  14: 'every two weeks',
  15: 'twice a month',
  30: 'monthly',
  60: 'every two months',
  90: 'quarterly',
  180: 'half-yearly',
  182: 'half-yearly',
  365: 'yearly',
};

const partWords: Readonly<Record<PartOfDay, string>> = {
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
};
const fromHour: Readonly<Record<PartOfDay, string>> = { morning: '09:00', afternoon: '14:00', evening: '17:00' };

const timeWords = ({ part, isWeekend }: KnockingTime, beside: KnockingTime): string =>
  isWeekend === beside.isWeekend
    ? `the ${partWords[part]}`
    : `a ${isWeekend ? 'weekend' : 'weekday'} ${partWords[part]}`;

const changes: Readonly<Record<MajorChange['kind'], string>> = {
  died: 'A death in the family',
  leftAlone: 'One person is left alone',
  born: 'A child was born',
  newGroup: 'New hardship in the family',
};

const things = (value: number, one: string, many: string): string => `${count(value)} ${value === 1 ? one : many}`;

const households = (value: number): string => things(value, 'household', 'households');

export const today: typeof zhCn = {
  title: 'Today',
  figures: { toVisit: 'to visit', late: 'overdue', toTell: 'to answer' },
  links: { log: "Day's log", search: 'Find', print: 'Print' },
  linksLabel: 'More',
  section: (name, topFloor, isWalked) =>
    [name === '' ? 'Other' : name, isWalked ? 'in your order' : topFloor !== null && `from floor ${topFloor} down`]
      .filter(Boolean)
      .join(' · '),
  shortSection: (name) => (name === '' ? 'Other' : name),
  doors: households,
  late: (value) => `${count(value)} overdue`,
  later: 'Try at another time',
  due: (whom, everyDays) => `${whom}, ${periods[everyDays] ?? `every ${count(everyDays)} days`}`,
  who,
  everybody: 'Regular visit',
  change: (kind) => `${changes[kind]}: look in`,
  changedOn: (day) => `on ${day}`,
  lastOn: (day, ago) => `Last ${day}, ${ago}`,
  daysLeft: (days) => (days === 1 ? '1 day left' : `${count(days)} days left`),
  neverMet: 'Not met yet',
  nobody: (part) => `Nobody home (${part})`,
  retry: ({ part, isWeekend }, failed, hasOpenedThen) => {
    const when = timeWords({ part, isWeekend }, failed);
    return hasOpenedThen ? `More often open in ${when}, go after ${fromHour[part]}` : `Try in ${when}`;
  },
  followUp: (what) => `Ask again: ${what}`,
  toTell: (heard) => [heard, 'done'].filter(Boolean).join(', '),
  heardOn: (day) => `heard on ${day}`,
  needLate: (day) => `Overdue, due ${day}`,
  needNear: (day) => `Due ${day}`,
  quick: (door, outcome) => `${door} ${outcome}`,
  statusLabel: { overdue: 'overdue', due: 'to visit', soon: 'soon', nobodyHome: 'nobody home last time' },
  empty: {
    title: 'Nobody to visit today',
    body: 'All done, take a rest. For one more visit, pick a door under Households.',
  },
  nothingYet: {
    title: 'Today’s visits will appear here',
    body: 'Once an administrator gives you a grid and imports its register, connect once and they are here.',
  },
  toRegister: 'To households',
  lacksOlder: 'Older visits are still arriving; the list will change.',
  printed: { met: 'Met □', noAnswer: 'Nobody □', note: 'Note:' },
  log: {
    title: "Day's log",
    day: 'Which day',
    figures: { households: 'households', needs: 'needs heard', solved: 'solved the same day' },
    outcomes: 'Outcomes',
    kinds: 'By kind',
    solved: 'Solved the same day',
    passedOn: 'Still being worked on',
    told: 'Answers told',
    late: 'Of these entered late',
    phone: 'Of these by phone',
    caseCount: (value) => things(value, 'case', 'cases'),
    visitCount: (value) => things(value, 'visit', 'visits'),
    copy: 'Copy',
    copied: 'Copied. Paste it into your chat.',
    notCopied: 'It could not be copied. Hold the text below to select it.',
    privacy: 'Only numbers: no names, doors or phones.',
    empty: { title: 'Nothing recorded on this day', body: 'Visit a household and the numbers appear.' },
    heading: (day: CivilDate, weekday, place) => `[Grid log] ${day} ${weekday}${place && ` ${place}`}`,
    text: {
      visits: (value, outcomes) => `Visited ${households(value)}: ${outcomes}`,
      noVisits: 'No visits on this day',
      places: (buildings) => `In ${things(buildings, 'building or group', 'buildings or groups')}`,
      extra: (late, phone) =>
        [phone > 0 && `${count(phone)} by phone`, late > 0 && `${count(late)} entered late`].filter(Boolean).join(', '),
      needs: (value, kinds) => `Heard ${things(value, 'need', 'needs')}: ${kinds}`,
      noNeeds: 'No new needs were heard',
      solved: (solved, passedOn, told) =>
        `Solved the same day ${count(solved)}, still open ${count(passedOn)}, answers told ${count(told)}`,
      one: (word, value) => `${word} ${count(value)}`,
      stop: ', ',
    },
  },
};
