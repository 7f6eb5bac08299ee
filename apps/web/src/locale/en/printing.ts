import type { printing as zhCn } from '../zh-cn/printing.ts';

export const printing: typeof zhCn = {
  title: 'Printing',
  about: 'Notices for the stairwell, slips for under the door. Look at them here, then print or save as PDF.',
  slip: 'Door slips',
  slipSub: 'Four to a sheet of A4; folded, only a greeting shows',
  notices: 'Building notices',
  noticeTitle: (building: string) => `Notice for ${building}`,
  print: 'Print',
  loading: 'Fetching the notice…',
  offline: 'Notices need a network.',
  notFound: { title: 'There is no such building', body: 'It may not be yours, or is closed.' },
  noPhone: 'There is no supervision phone yet: ask the administrator to fill it in under units.',
  slipTitle: 'Door slips',
  slipHint:
    'Outside there is only a greeting: no time, no word of absence, no door number. The phone is written by hand.',
  slipNoCode: 'Go online once, and the slips carry the code to check.',
  backToDesk: 'Back to units',
  entry: 'Print slips and notices',
};
