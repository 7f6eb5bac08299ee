import type { RowView } from '@lianxin/sync/client';
import { type RecordsByName, readAllRecords } from './read-record.ts';

/** Is work that waits for whoever works the grid now. */
export type HeldRecord = RecordsByName['heldWork'];

/** Lists what nobody has decided on yet, in the order it was written. */
export const openHeldWork = (view: RowView): readonly HeldRecord[] =>
  readAllRecords(view, 'heldWork')
    .filter((held) => held.state === 'open')
    .sort((a, b) => (a.writtenAt ?? 0) - (b.writtenAt ?? 0) || (a.id < b.id ? -1 : 1));

/** Lists what waits and is about any of these records. */
export const heldAbout = (view: RowView, recordIds: readonly (string | undefined)[]): readonly HeldRecord[] =>
  openHeldWork(view).filter(({ subjectId }) => subjectId !== null && recordIds.includes(subjectId));
