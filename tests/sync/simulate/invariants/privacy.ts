import { isRecordName, type RecordName, recordNames, specOf } from '@lianxin/domain';
import { fromSegment, type SegmentsAnswer, type WireRow } from '@lianxin/protocol';
import type { Complaint, Invariant } from '../invariant.ts';

/** Read from the declarations and not through the projection that is checked here. */
const columns: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  recordNames.map((name) => [
    name,
    new Set(
      Object.entries(specOf(name).fields).flatMap(([key, field]) =>
        field.sensitivity === 'sealed' || ('onPhone' in field && field.onPhone === false) ? [] : [key],
      ),
    ),
  ]),
);

const tables: Readonly<Record<string, readonly RecordName[]>> = {
  community: ['unit', 'wishNotice'],
  user: ['householdCard', 'help'],
  grid: recordNames.filter((name) => name !== 'wishNotice' && name !== 'householdCard'),
};

/** A page holds only tables of its kind of bucket, and of them only what a phone may hold. */
export const privacy: Invariant = {
  name: 'I10 privacy',
  watch: () => ({
    onExchange: ({ spoken }) => {
      if (spoken.type === 'segments') return complainOfSegments(spoken.answer);
      if (spoken.type !== 'pull') return null;
      for (const page of spoken.answer.buckets) {
        const allowed = tables[page.bucket.split(':')[0] ?? ''] ?? [];
        for (const row of page.rows) {
          const complaint = complainOf(row, allowed);
          if (complaint !== null) return `${complaint} in ${page.bucket}`;
        }
      }
      return null;
    },
  }),
};

const complainOfSegments = ({ found }: SegmentsAnswer): Complaint => {
  for (const { segment } of found) {
    const allowed = tables[segment.bucket.split(':')[0] ?? ''] ?? [];
    const complaint = fromSegment(segment)
      .map((row) => complainOf(row, allowed))
      .find((one) => one !== null);
    if (complaint !== undefined) return `${complaint} in a segment of ${segment.bucket}`;
  }
  return null;
};

const complainOf = ({ table, fields }: WireRow, allowed: readonly RecordName[]): Complaint => {
  if (!isRecordName(table) || !allowed.includes(table)) return `a ${table}`;
  const column = Object.keys(fields ?? {}).find((name) => columns.get(table)?.has(name) !== true);
  return column === undefined ? null : `${column} of a ${table}`;
};
