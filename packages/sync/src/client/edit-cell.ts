import type { Json } from '@lianxin/domain';
import type { CellEdit } from '@lianxin/protocol';
import { creationMark, type StoredRow } from '../merge/index.ts';

/** Builds the edit of one field of the row on screen. It names what its author saw there: the row's rev, and their own pending mutation when the value shown is not the server's yet. */
export const editCell = (shown: StoredRow, field: string, to: Json): CellEdit => ({
  field,
  to,
  on: (shown.marks[field] ?? shown.marks[creationMark])?.mutationId ?? null,
  seen: shown.rev,
});
