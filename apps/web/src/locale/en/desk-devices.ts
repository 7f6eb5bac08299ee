import type { devices as zhCn } from '../zh-cn/desk-devices.ts';

export const devices: typeof zhCn = {
  title: 'Phones and browsers',
  none: 'Has not signed in anywhere yet',
  unnamed: 'Unknown browser',
  seen: (moment) => `Last seen ${moment}`,
  lease: (moment) => `Opens offline until ${moment}`,
  leaseEnded: 'No longer opens offline',
  states: { active: 'In use', wipeAsked: 'Wiped at its next contact', wiped: 'Wiped', ended: 'Signed out' },
  wipe: 'Wipe this phone',
  wipeOf: (label) => `Wipe ${label}`,
  wipeTitle: (name, label) => `Wipe ${label} of ${name}?`,
  wipeBody: [
    'For a phone that is lost or taken back. At its next contact it first hands in what was not sent, then clears its register, drafts and unsent photos.',
    'What was written before this moment counts; what is dated later waits for the grid worker of today.',
    'A phone that never goes online cannot be cleared; it locks for good when its time runs out. The account stays: its owner signs in on another phone.',
  ],
  asked: 'Asked; it will be wiped when it goes online',
  lostTitle: 'When a phone is lost',
  lostBody: 'Wipe it here first, then invite its owner anew, so that they sign in on a new phone with a new password.',
};
