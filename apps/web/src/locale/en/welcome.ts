import type { welcome as zhCn } from '../zh-cn/welcome.ts';

export const welcome: typeof zhCn = {
  step: (step, steps) => `${step} / ${steps}`,
  next: 'Next',
  skip: 'Skip',
  start: 'Start',
  what: {
    title: 'Visits, kept on the phone',
    worker: {
      title: 'One tap writes it down',
      body: 'Knock, tap “Met” or “No answer”. Whom to visit, and why, stands under “Today”.',
    },
    helper: { title: 'One tap takes it on', body: 'Where help is wanted, tap “I’ll do it”; afterwards tap “Done”.' },
    offline: { title: 'Works without a network', body: 'In stairwells and cellars too; it sends itself later.' },
    ledger: { title: 'Ledgers make themselves', body: 'Nobody copies forms any more.' },
  },
  saved: {
    title: 'Saved is saved',
    body: 'The ticks behind each record say how far it has come.',
    onPhone: 'Safe when the battery dies',
    atServer: 'Safe if you lose the phone',
    backedUp: 'Safe even if the server breaks',
  },
  locked: {
    title: 'Nobody else can open it',
    sealed: { title: 'Encrypted', body: 'Only your PIN opens the records on this phone.' },
    lock: { title: 'Locks by itself', body: 'To lock it at once, tap “Lock” under “Me”.' },
    forgotten: {
      title: 'Forgot the PIN?',
      body: 'Set a new one online with your password. Nothing you wrote is lost.',
    },
    shoulder: { title: 'Names in lists are shortened', body: 'The full name shows in the opened household.' },
  },
  tryIt: {
    title: 'Try it once',
    worker: ['Open a building under “Homes”', 'Tap a door', 'Tap “Met”; if it was a mistake, tap “Undo”'],
    helper: ['Open “Help”', 'Tap “I’ll do it”', 'If you cannot go, put it back at any time'],
    display: 'Larger type, sunlight, left hand: all under “Me”.',
  },
};
