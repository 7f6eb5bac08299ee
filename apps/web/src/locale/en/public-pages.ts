import type { publicPages as zhCn } from '../zh-cn/public-pages.ts';

export const publicPages: typeof zhCn = {
  workerTitle: 'Check a worker',
  loading: 'Checking…',
  offline:
    'There is no connection, so nothing can be checked. You need not open the door; scan again later, or call the community.',
  again: 'Try again',
  unknown: {
    title: 'Nobody works here under this code',
    body: 'They may have left, or the code was copied wrongly or not given out by Lianxin. Please do not open the door yet; call the community.',
  },
  busy: 'Too many are asking; please scan again in a minute.',
  isWorker: 'works in this grid',
  grid: 'Grid',
  unit: 'Community or village',
  supervisionPhone: 'Supervision phone',
  noPhone: 'The community has not given a supervision phone yet',
  call: (phone: string) => `Call the supervision phone ${phone}`,
  checkTitle: 'How to check',
  check: [
    'Compare the name on the badge with the name above.',
    'Look at the address at the top of the browser: is it the one the community has made known?',
    'When in doubt call the supervision phone; you need not open the door.',
    'Workers take no money and never ask for card numbers, passwords or codes.',
  ],
  codeTitle: 'Household code',
  codeBody: 'Only the workers in charge can open this code.',
  codeMore: 'There is no name and no address in it; nobody has looked up whose it is.',
  signIn: 'I am a worker: sign in',
  openElsewhere: 'Workers: open Lianxin in a browser and use Scan.',
};
