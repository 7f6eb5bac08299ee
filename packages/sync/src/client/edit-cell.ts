import type { Json } from '@lianxin/domain';
import type { CellEdit } from '@lianxin/protocol';
import { type CellMark, creationMark, type StoredRow } from '../merge/index.ts';

/**
 * Tells the rev up to which the value on screen speaks for the server's. Under the author's own pending value lies whatever came meanwhile, unseen: then it is
 * what they had seen when they typed that one, and not the rev of the row.
 */
export const seenRev = (shown: StoredRow, field: string): number => pendingMark(shown, field)?.rev ?? shown.rev;

/** Builds the edit of one field of the row on screen. It names what its author saw there: a rev, and their own pending mutation when the value shown is not the server's yet. */
export const editCell = (shown: StoredRow, field: string, to: Json): CellEdit => ({
  field,
  to,
  on: pendingMark(shown, field)?.mutationId ?? null,
  seen: seenRev(shown, field),
});

/** A phone's confirmed values carry no marks. */
const pendingMark = (shown: StoredRow, field: string): CellMark | undefined =>
  shown.marks[field] ?? shown.marks[creationMark];
