import type { storageTrouble as zhCn } from '../zh-cn/storage-trouble.ts';
import { counted } from './numbers.ts';

export const storageTrouble: typeof zhCn = {
  trouble: {
    newer: {
      title: 'Updated in another window',
      body: 'This window is old. Please open it again; your records and half-written forms are all still there.',
    },
    quota: {
      title: 'The phone is full',
      body: 'Please delete some photos or videos and open again. What was saved is still on the phone.',
    },
    closed: {
      title: 'The phone’s storage does not open',
      body: 'Please open again, or restart the phone. What was saved is still on the phone.',
    },
    other: {
      title: 'The phone’s storage does not open',
      body: 'Please open again. If that does not help, export the unsent records first, then tell your administrator.',
    },
    reload: 'Open again',
  },
  loss: {
    everything: 'The system cleared this phone’s data',
    rows: 'Some of this phone’s data is missing',
    outbox: 'This phone’s data went back to an earlier state',
    unsent: (value) =>
      `${counted(value, 'record')} not yet sent may be gone. Please think of what you wrote lately and write it again.`,
    noneUnsent: 'Everything you wrote had been sent. Nothing is lost.',
    fetching: 'The rest is being fetched from the server.',
    advice: 'Put Lianxin on the home screen: then the phone is less likely to clear it.',
    seen: 'OK',
  },
  rescue: {
    title: 'Export unsent records',
    body: 'For when the phone cannot send, goes to repair, or is replaced. The file is encrypted and only the server can open it; your administrator uploads it, and each record counts once.',
    action: 'Export file',
    making: 'Exporting…',
    made: (value, unreadable) =>
      `${counted(value, 'record')} put into the file; please pass it to your administrator. They stay on the phone too.`.concat(
        unreadable === 0 ? '' : ` ${counted(unreadable, 'record')} could not be read.`,
      ),
    notMade: 'The file could not be made. Go online once, then export. Everything stays on the phone.',
    nothingThere: 'Nothing to export: everything was sent.',
    noKey: 'This phone has no key to encrypt with yet. Please go online once, then export.',
    unreadable: 'The records on this phone cannot be read. Restart the phone and try again; do not clear any data yet.',
    of: (name) => `Export ${name}’s file`,
  },
};
