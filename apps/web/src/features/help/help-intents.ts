import type { FieldMap } from '@lianxin/domain';
import type { Intent, RowView } from '@lianxin/sync/client';
import type { HelpRecord } from './help-records.ts';

/** What a correction or a taking back keeps of the record it stands for. The need goes along only where this phone holds it: others may not write about it. */
const linksOf = (record: HelpRecord, view: RowView): FieldMap => ({
  noticeId: record.noticeId,
  needId: record.needId !== null && view.row('need', record.needId) !== undefined ? record.needId : null,
});

/** Writes help down. */
export const logHelp = (id: string, fields: FieldMap): Intent => ({ name: 'help.log', args: { help: { id, fields } } });

/** Writes a new record in place of one that was wrong; both stay, the old one no longer counts. */
export const correctHelp = (
  wrong: HelpRecord,
  right: { readonly id: string; readonly fields: FieldMap },
  view: RowView,
): Intent => logHelp(right.id, { ...right.fields, ...linksOf(wrong, view), corrects: wrong.id });

/** Says that a record does not count. */
export const voidHelp = (record: HelpRecord, id: string, view: RowView): Intent => {
  const { servedOn, kind, giverKind, giverId, giverName } = record;
  return logHelp(id, { servedOn, kind, giverKind, giverId, giverName, ...linksOf(record, view), voidOf: record.id });
};

/** Finishes a claimed wish with the help it took. */
export const finishWish = (noticeId: string, help: { readonly id: string; readonly fields: FieldMap }): Intent => ({
  name: 'wish.finish',
  args: { noticeId, help },
});
