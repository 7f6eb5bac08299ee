import type { held as zhCn } from '../zh-cn/held.ts';
import { counted } from './numbers.ts';

export const held: typeof zhCn = {
  title: 'Records to take over',
  back: 'Sending',
  intro:
    'Written by whoever worked here before and sent after you took over. They count once you take them; what you do not take is still kept.',
  waiting: (value) => `${counted(value, 'record')} to take over`,
  waitingNote: 'Written by the previous grid worker; please have a look',
  here: (value) => `${counted(value, 'record')} to take over here`,
  open: 'Have a look',
  by: (name, when) => `Written by ${name}, ${when}`,
  byYou: (when) => `Written by you, ${when}`,
  change: (label, now) => `${label}: ${now} →`,
  reasons: {
    accountDisabled: 'The writer no longer works here',
    unknownMutation: 'Can be taken once the server is updated',
    alreadyEnded: 'What it changes was already gone by then',
  },
  gone: 'What it changes is gone, so it can only be left.',
  after: (value) => `Needs ${counted(value, 'earlier record')}; they are taken together`,
  take: 'Take it',
  drop: 'Leave it',
  taken: 'Take this one',
  takenWith: (value) => `Take ${counted(value, 'record')}, the earlier ones included`,
  dropped: 'Leave this one',
  savedTaken: 'Taken; saved on the phone',
  savedDropped: 'Left; saved on the phone',
  toDoor: 'See this home',
  empty: {
    title: 'Nothing to take over',
    body: 'When a grid changes hands, what the previous worker had not sent appears here, and you decide.',
  },
};
