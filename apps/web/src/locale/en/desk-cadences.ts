import type { cadences as zhCn } from '../zh-cn/desk-cadences.ts';
import { count } from './numbers.ts';

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

export const cadences: typeof zhCn = {
  title: 'Visit frequency',
  part: 'Visit frequency',
  about:
    'How often which households are visited. “Today” on the phones follows it; where several apply, one visit at the strictest is enough. Phones hear of a change when they next connect.',
  caption: 'Visit frequency',
  columns: { name: 'Name', groups: 'Households', every: 'How often', change: 'After a major change', state: 'In use' },
  everybody: 'Every household',
  groups: (anyOf, alsoOf, minAge) =>
    [anyOf, alsoOf && `and ${alsoOf}`, minAge !== null && `aged ${count(minAge)} and over`]
      .filter(Boolean)
      .join(', ') || 'Every household',
  stop: ', ',
  every: (days) => periods[days] ?? `every ${count(days)} days`,
  change: (days) => (days === 1 ? 'within 24 hours' : `within ${count(days)} days`),
  noChange: 'no extra visit',
  on: 'In use',
  off: 'Off',
  preset: 'shipped',
  changed: 'changed',
  own: 'your own',
  add: 'Add one',
  addTitle: 'Add a visit frequency',
  editTitle: (name) => `Change “${name}”`,
  source: (source) => `Shipped after: ${source}`,
  save: 'Save',
  saved: (name) => `“${name}” is saved`,
  name: 'Name',
  nameHint: 'For example: veterans, half-yearly',
  nameMissing: 'Write a name',
  anyOf: 'Which households (one member is enough)',
  anyOfHint: 'None chosen means every household',
  alsoOf: 'The same person is also (one of these, where any is chosen)',
  minAge: 'From which age (optional)',
  minAgeWrong: 'Write 0 to 130',
  years: 'years',
  everyDays: 'Once in how many days',
  everyDaysHint: 'Weekly 7, monthly 30, quarterly 90, half-yearly 182',
  everyDaysWrong: 'Write 1 to 800',
  days: 'days',
  afterChange: 'After a death, a birth, somebody left alone or a new hardship: within how many days (optional)',
  afterChangeHint: '1 means within 24 hours; empty means no extra visit',
  afterChangeWrong: 'Write 1 to 60, or leave it empty',
  isActive: 'In use',
  isActiveHint: 'Switched off, “Today” no longer follows it',
};
