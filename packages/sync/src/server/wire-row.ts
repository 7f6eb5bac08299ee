import { isRecordName, specOf, toPhoneFields } from '@lianxin/domain';
import type { WireRow } from '@lianxin/protocol';
import type { StoredRow } from '../merge/index.ts';
import type { FeedEntry } from './feed.ts';

/** Shows a row as a phone may see it: the one place where values leave for a phone. A put whose row is gone meanwhile travels as deleted. */
export const toWireRow = (entry: FeedEntry, row: StoredRow | undefined): WireRow => {
  const gone = { table: entry.table, id: entry.rowId, rev: entry.rev, fields: null };
  if (entry.op !== 'put') return { ...gone, op: entry.op };
  if (!isRecordName(entry.table) || row === undefined || row.deleted) return { ...gone, op: 'deleted' };
  return { ...gone, op: 'put', fields: { ...toPhoneFields(specOf(entry.table), row.fields) } };
};
