import { isRecordName, recordTypes } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { labelText } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { valueWords } from './field-words.ts';
import { shortNameWords } from './person-name.ts';
import { doorName } from './place.ts';
import { readRecord } from './read-record.ts';

/** Names a door as people say it; one that is no longer on this phone has a word of its own. */
export const doorWords = (view: RowView, dwellingId: string): string => {
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  return dwelling === undefined ? t.syncStatus.work.goneDoor : doorName(view, dwelling);
};

/** Names somebody with their name shortened: lists are read over shoulders. */
export const personWords = (view: RowView, personId: string): string => {
  const person = readRecord(view, 'person', personId);
  return person === undefined ? t.syncStatus.work.goneName : shortNameWords(person);
};

/** Names the kind of a need; nothing when it is not on this phone. */
export const needWords = (view: RowView, needId: string): string => {
  const need = readRecord(view, 'need', needId);
  return need === undefined ? '' : valueWords(recordTypes.need.fields.kind, need.kind);
};

/** Names what a record is about in a list: its door, or whose it is. */
export const subjectWords = (view: RowView, { table, id }: { readonly table: string; readonly id: string }): string => {
  if (table === 'dwelling') return doorWords(view, id);
  if (table === 'person') return personWords(view, id);
  if (table === 'membership') return personWords(view, readRecord(view, 'membership', id)?.personId ?? '');
  if (table === 'household') return doorWords(view, readRecord(view, 'household', id)?.dwellingId ?? '');
  if (table === 'need') return needWords(view, id);
  return isRecordName(table) ? labelText(recordTypes[table].label) : '';
};
