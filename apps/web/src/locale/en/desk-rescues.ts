import type { rescues as zhCn } from '../zh-cn/desk-rescues.ts';
import { counted } from './numbers.ts';

export const rescues: typeof zhCn = {
  part: 'Hand in records',
  title: 'Hand in a phone’s records',
  about:
    'When a phone cannot send, goes to repair or is replaced, its owner exports a file on the “Sending” page and you hand it in here. The records remain theirs, and each counts once.',
  file: 'Choose the file from the phone',
  fileHint: 'Drop it here, or click to choose (it ends in .lianxin)',
  reading: (name) => `Looking at ${name}`,
  notOurs: {
    notARescueFile: 'This is not a file of phone records, or it is incomplete. Please have it exported again.',
    otherServer: 'This file is for another server and cannot be opened here. Hand it in at that server’s desk.',
    tooLarge: 'The file is too large to come from a phone.',
  },
  unknownAuthor: 'The person or community in this file is not yours to manage; please pass it to whoever does.',
  facts: { author: 'Whose', count: 'How many', span: 'Written', madeAt: 'Exported', community: 'Where' },
  counted: (value) => counted(value, 'record'),
  span: (from, until) => (from === until ? from : `${from} to ${until}`),
  outOfReach: (value) =>
    `${counted(value, 'record')} belong to a community you do not manage; its administrator should hand in the same file too.`,
  take: 'Hand in',
  taking: 'Handing in…',
  result: 'Handed in',
  outcomes: {
    applied: (value) => `${counted(value, 'record')} taken in`,
    merged: (value) =>
      `${counted(value, 'record')} taken in; where others wrote something else, both versions are kept`,
    held: (value) => `${counted(value, 'record')} set aside for somebody to decide`,
    refused: (value) => `${counted(value, 'record')} not taken; what they say is kept`,
  },
  again: 'Handing in the same file twice, or the phone sending after all, counts nothing twice.',
  another: 'Hand in another',
  change: 'Another file',
};
