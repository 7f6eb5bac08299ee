import type { erasures as zhCn } from '../zh-cn/desk-erasure.ts';
import { count, counted } from './numbers.ts';

export const erasures: typeof zhCn = {
  title: 'Erase personal data',
  open: 'Erase a person’s data',
  about:
    'For when the person asks for it, or should never have been registered. Afterwards nobody can see it or bring it back; where they lived and how often they were visited still counts. Printed or exported sheets must be collected separately.',
  search: 'Name, phone or door',
  searchHint: 'Name, phone or door',
  found: (total) => counted(total, 'person', 'people'),
  more: (shown) => `Only the first ${count(shown)} are listed; type a little more.`,
  start: { title: 'First find the person', body: 'Type name, phone or door; several at once with a space between.' },
  nothing: { title: 'Nobody found', body: 'Try other words. Whoever was erased can only be found by the door.' },
  caption: 'People found',
  columns: { name: 'Name', relation: 'Relation to head', address: 'Door', phone: 'Phone', action: 'Action' },
  erased: 'Erased',
  erasedAt: (when) => `Erased ${when}`,
  noName: 'no name',
  choose: 'Erase…',
  chooseLabel: (name, address) => `Erase ${name} ${address}`,
  removesTitle: 'Will be erased',
  removes: {
    values: (value) => `${counted(value, 'value')} of the person: name, numbers, phone, birthday, address, remarks…`,
    photos: (value) => counted(value, 'photo'),
    texts: (value) => `name and numbers in ${counted(value, 'other text')}`,
    waiting: (value) => `${counted(value, 'unused value')} and records to take over`,
    mutations: (value) => `the wording of ${counted(value, 'past record')}`,
    imports: (value) => `this person in ${counted(value, 'imported sheet')}`,
  },
  importsGone:
    'Uploads that are not confirmed yet are dropped whole; please upload them again. Importing an old sheet registers the person again, so remove them from it first.',
  staysTitle: 'Will stay',
  stays: {
    memberships: (value) => `${counted(value, 'membership')}, the name shown as erased`,
    tags: (value) => `${counted(value, 'category', 'categories')}, as numbers only`,
    visits: (value) => `${counted(value, 'visit')} of this household and door`,
    needs: (value) => counted(value, 'need'),
    sharedPhones: (value) =>
      `${counted(value, 'other person', 'other people')} with the same phone number: it is theirs and stays`,
  },
  notKnown: 'Words without the full name, such as a nickname, are not recognised; please change those on the phone.',
  reason: 'Reason',
  reasonHint: 'Stays in the audit for good. No names or numbers.',
  reasonMissing: 'Write a few words, such as “asked for in writing”.',
  confirmWord: 'erase',
  confirm: (word) => `Type “${word}” to confirm`,
  confirmWrong: (word) => `Please type “${word}”.`,
  erase: 'Erase; this cannot be undone',
  erasing: 'Erasing…',
  done: 'Erased',
  doneBody: 'Phones erase it when they are next online. Earlier backups still hold it; restoring one erases it again.',
};
