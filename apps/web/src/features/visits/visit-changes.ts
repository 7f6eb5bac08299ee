import { isRecordName } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { tChanges } from '../../locale/change-messages.ts';
import { fieldLabel } from '../../locale/labels.ts';
import { fieldSpecOf, valueWords } from '../../storage/reading/field-words.ts';
import { nameWords } from '../../storage/reading/person-name.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';

const ownerOf = (view: RowView, table: string, id: string): string | null => {
  const personId = table === 'membership' ? readRecord(view, 'membership', id)?.personId : id;
  const person = table === 'person' || table === 'membership' ? readRecord(view, 'person', personId ?? '') : undefined;
  return person === undefined ? null : nameWords(person);
};

/** Lists what was changed at a visit: whose, what, from what to what. */
export const changeFacts = (view: RowView, visitId: string): readonly (readonly [string, string, string])[] =>
  readRecordsBy(view, 'fieldChange', { field: 'visitId', to: visitId }).flatMap((change) => {
    const { id, table, rowId, field, before, after } = change;
    if (!isRecordName(table)) return [];
    const spec = fieldSpecOf(table, field);
    const term = [ownerOf(view, table, rowId), fieldLabel(spec, field)].filter(Boolean).join(' · ');
    return [[id, term, tChanges.history.from(valueWords(spec, before), valueWords(spec, after))] as const];
  });
