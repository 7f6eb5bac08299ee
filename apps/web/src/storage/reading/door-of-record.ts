import type { RowView } from '@lianxin/sync/client';
import { type RecordsByName, readRecord } from './read-record.ts';

/** Finds the door of a visit or need: the one it was written at, or, where the household came from another grid, the one it has now. */
export const doorOfRecord = (
  view: RowView,
  { dwellingId, householdId }: { readonly dwellingId: string; readonly householdId: string | null },
): RecordsByName['dwelling'] | undefined =>
  readRecord(view, 'dwelling', dwellingId) ??
  readRecord(view, 'dwelling', readRecord(view, 'household', householdId ?? '')?.dwellingId ?? '');
