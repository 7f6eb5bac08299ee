import type { welcome as zhCn } from '../zh-cn/welcome.ts';

export const welcome: typeof zhCn = {
  step: (step, steps) => `${step} / ${steps}`,
  next: 'Next',
  skip: 'Skip',
  start: 'Start',
  what: {
    title: 'Visits, kept on the phone',
    worker: 'Knock, tap “Met” or “No answer”, and it is written down. Whom to visit, and why, stands under “Today”.',
    helper: 'Where help is wanted, tap “I’ll do it”; afterwards tap “Done”. Nobody fills in forms.',
    offline: 'It works in a stairwell without a network and sends itself later.',
    ledger: 'Ledgers make themselves; nobody copies anything.',
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
    body: 'The records on this phone are encrypted; only your PIN opens them.',
    lock: 'It locks by itself when idle; to lock it at once, tap “Lock” under “Me”.',
    forgotten: 'Forgot the PIN? Set a new one online with your password. Nothing you wrote is lost.',
    shoulder: 'Names in lists are shortened; the full name shows in the opened household.',
  },
  tryIt: {
    title: 'Try it once',
    worker: ['Open a building under “Homes”', 'Tap a door', 'Tap “Met”; if it was a mistake, tap “Undo”'],
    helper: ['Open “Help”', 'Tap “I’ll do it”', 'If you cannot go, put it back at any time'],
    display: 'Larger type, sunlight, left hand: all under “Me”.',
  },
};
