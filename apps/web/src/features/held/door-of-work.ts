import type { FieldMap } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { objectOf } from '@lianxin/sync/merge';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';

/** Finds the door that saved work is about, as far as this phone holds it; null where there is none to open. */
export const doorOfWork = (view: RowView, args: unknown): string | null => {
  const top = objectOf(args);
  const carried = Object.values(top).flatMap((value) => [objectOf(objectOf(value).fields)]);
  for (const fields of [editedAs(top), top, ...carried]) {
    const href = doorOfFields(view, fields);
    if (href !== null) return href;
  }
  return null;
};

/** An edit names its record by table and id, everything else by a name of its own. */
const editedAs = ({ table, id }: FieldMap): FieldMap =>
  typeof table === 'string' && typeof id === 'string' ? { [`${table}Id`]: id } : {};

const doorOfFields = (view: RowView, fields: FieldMap): string | null => {
  const id = (key: string): string => (typeof fields[key] === 'string' ? String(fields[key]) : '');
  const membership =
    readRecord(view, 'membership', id('membershipId')) ??
    readRecordsBy(view, 'membership', { field: 'personId', to: id('personId') })[0];
  const need = readRecord(view, 'need', id('needId'));
  const household = readRecord(
    view,
    'household',
    id('householdId') || membership?.householdId || need?.householdId || '',
  );
  const dwelling = readRecord(view, 'dwelling', household?.dwellingId ?? (id('dwellingId') || need?.dwellingId || ''));
  return dwelling === undefined ? null : pagePaths.door(dwelling.id, household?.id ?? null);
};
