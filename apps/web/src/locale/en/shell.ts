import type { shell as zhCn } from '../zh-cn/shell.ts';

export const shell: typeof zhCn = {
  appName: 'Lianxin',
  tabsLabel: 'Main pages',
  tabs: { today: 'Today', register: 'Homes', help: 'Help', mine: 'Me' },
  demoBanner: 'Demo data: nobody here is real',
  demoBannerLabel: 'Reminder',
  updateReady: 'New version',
  updateNow: 'Update',
  updating: 'Changing to the new version…',
  updateHeld: 'Something is half written. Save it or start over, then update.',
  updateLabel: 'New version',
  notFound: {
    title: 'There is no such page',
    body: 'The address may be mistyped, or it is no longer yours to see.',
    home: 'Back to the start',
  },
  broken: {
    title: 'Something went wrong on this page',
    body: 'Everything saved is still on the phone. Open it again; if that does not help, tell your administrator.',
    reload: 'Open again',
  },
  firstPull: {
    title: 'Fetching the homes',
    sub: 'You wait only this once; afterwards it opens without a network',
    label: 'Received',
    count: (received, total) => `${received} of ${total}`,
    offline: 'No contact with the server. What arrived is kept; the rest follows when you are online.',
    storageFailed: 'The phone is full. Please free some space and try again.',
    again: 'Try again',
    signIn: 'Sign in again',
    comingLabel: 'Still coming',
    coming: (left) =>
      left > 0 ? `${left} older records are still coming; you can work` : 'The rest is still coming; you can work',
  },
};
