import type { lock as zhCn } from '../zh-cn/lock.ts';

const duration = (ms: number): string =>
  ms <= 60_000 ? `${Math.max(1, Math.ceil(ms / 1_000))} seconds` : `${Math.ceil(ms / 60_000)} minutes`;

export const lock: typeof zhCn = {
  pin: 'PIN',
  letters: 'My PIN has letters',
  setUp: {
    title: 'Choose a PIN',
    sub: (name) => `${name}, you will open this phone with it`,
    body: 'From now on everything on this phone is encrypted. Nobody opens it without the PIN.',
    hint: 'At least 6 characters, no birthday, no 123456; longer is safer',
    again: 'Once more',
    tooShort: 'At least 6 characters',
    tooEasy: 'Too easy to guess, choose another',
    different: 'The two are not the same',
    submit: 'Done',
    working: 'Locking…',
    forgotten: 'If you forget it, sign in online with your password. What you have saved goes to the server first.',
    otherPerson: 'Not me',
  },
  unlock: {
    title: 'Enter your PIN',
    sub: (name) => name,
    submit: 'Open',
    working: 'Opening…',
    missing: 'Please enter your PIN',
    wrong: (left) => `Wrong PIN, ${left} more tries`,
    lastOnes:
      'After the last one this phone stays locked for good, and only a sign-in with your password sets it up again.',
    wait: (ms) => `Too many wrong PINs. Please wait ${duration(ms)}. Closing the app does not make it shorter.`,
    failed: 'It did not open, please try again',
    forgot: 'Forgotten PIN',
    otherPerson: 'Somebody else',
    leaseEnded: {
      title: 'Please sign in online once',
      body: 'This phone has not heard from the server for long and locked itself in case it is lost. After signing in it opens with your PIN; everything is still here.',
    },
    clockBack: {
      title: 'Please sign in online once',
      body: 'The clock of this phone was set back. Set it right and sign in online once; everything is still here.',
    },
    signIn: 'Sign in online',
  },
  reset: {
    title: 'Set the PIN anew',
    erasedTitle: 'Locked after too many wrong PINs',
    erased:
      'The records on this phone cannot be opened any more. What you saved is not lost: it goes to the server first after you sign in.',
    body: 'Sign in online with your password. What waits goes to the server first; then the phone is emptied, takes a new PIN and fetches the register again.',
    drafts: 'Unfinished drafts are lost.',
    signIn: 'Sign in with the password',
    handingIn: 'Handing in what you saved…',
    left: (value) => `${value} are not handed in yet. Nothing was emptied; please try again with a network.`,
    again: 'Try again',
    empty: 'Empty and choose a new PIN',
    ready: 'Everything you saved is on the server.',
    stuck: {
      body: (value) =>
        `${value === null ? 'What waits on this phone cannot be read any more' : `The server cannot take ${value} of what you saved`}, and trying again will hardly help. Please export the rescue file first and give it to an administrator.`,
      known: (value) =>
        value === null
          ? 'I know that what waits is gone for good once the phone is emptied'
          : `I know that these ${value} are gone for good once the phone is emptied`,
      goOn: 'Give them up and choose a new PIN',
      title: (value) => (value === null ? 'Give up everything that waits?' : `Give up these ${value}?`),
      last: 'They are on this phone only. Once it is emptied, nobody can bring them back.',
      lose: 'Give up and empty',
    },
    back: 'I remember it',
  },
  people: {
    title: 'Somebody else',
    sub: 'Everybody has a PIN of their own and sees only their own records',
    unsent: (value) => `${value} waiting to be sent`,
    settled: 'Everything is sent',
    other: 'Another account, sign in',
    back: 'Back',
    here: 'People on this phone',
    withPin: 'Open with the PIN',
  },
  wipe: {
    title: 'An administrator asked to empty this phone',
    working: 'Handing in what you saved first…',
    done: 'Emptied. What you saved is on the server, and nothing about residents is left on this phone.',
    left: 'Something you saved is not on the server yet; the phone is emptied after that. Please stay online.',
    again: 'Try again',
    signIn: 'Sign in',
  },
  change: {
    title: 'Change PIN',
    before: 'Present PIN',
    after: 'New PIN',
    submit: 'Change',
    note: 'Afterwards the phone locks; open it with the new PIN.',
  },
  section: {
    title: 'Lock and PIN',
    lockNow: 'Lock',
    lockNote: (value) => `It also locks after ${value} minutes without use`,
    change: 'Change PIN',
    sealed: 'Records on this phone are encrypted',
    lease: (moment) => `Go online once before ${moment}`,
  },
};
