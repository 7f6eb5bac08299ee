import { type FieldMap, isSameJson, type Json, parseCell, type RecordName, specOf } from '@lianxin/domain';
import type { CellEdit, MutationArguments } from '@lianxin/protocol';
import { createRow, isRefusal, markOf } from './create-row.ts';
import { refuseErasedRow } from './erased.ts';
import {
  type CellMark,
  creationMark,
  type Decision,
  type MutationContext,
  type Reading,
  readRow,
  refuse,
  type StoredRow,
  textOf,
  write,
} from './row.ts';
import { standing } from './standing.ts';

/** Is a losing value with both authors. */
interface LostValue {
  readonly field: string;
  readonly value: Json;
  readonly lost: CellMark;
  readonly won: CellMark;
}

/** Applies edits field by field. A value that its author had not seen is a conflict: the later event time wins, the loser is kept. */
export function* editRecord(
  context: MutationContext,
  target: { readonly table: RecordName; readonly id: string },
  edits: readonly CellEdit[],
): Reading<Decision> {
  const meant = yield* meantBy(target);
  if (meant === undefined) return refuse('notFound');
  const { row } = meant;
  const erased = yield* refuseErasedRow(row);
  if (erased !== null) return erased;
  const endsOther = meant.isOther && edits.some(({ field }) => field === 'toOn');
  if (row.deleted || endsOther) return { type: 'hold', reason: 'alreadyEnded', subjects: [row.buckets] };
  const spec = specOf(target.table);
  for (const edit of edits) {
    const cell = parseCell(spec, edit.field, edit.to);
    if (!cell.ok) return refuse('invalid', cell.error.field);
  }
  const merged = mergeEdits(context, row, editsFor(meant, edits));
  const conflicts = conflictRows(context, row, merged.lost);
  return write([merged.row, ...conflicts], [row.buckets], conflicts.length > 0);
}

/** Is the record that an edit means by now. */
interface Meant {
  readonly row: StoredRow;
  /** Whether it is another one, because the one that is named was merged away. */
  readonly isOther: boolean;
}

/** Finds what an edit means by now. */
function* meantBy({ table, id }: { readonly table: RecordName; readonly id: string }): Reading<Meant | undefined> {
  const row = yield* readRow(table, id);
  if (row === undefined) return undefined;
  const own = { row, isOther: false };
  if (row.deleted || (table !== 'household' && table !== 'person')) return own;
  const named = yield* standing(table, id);
  // A phone does not hold what lies in a grid of others.
  return named === undefined || named.row.id === id ? own : { row: named.row, isOther: true };
}

/** Of another record the author has seen nothing: what is there and differs is a conflict, unless it is their own pending value or nobody ever wrote one. */
const editsFor = ({ row, isOther }: Meant, edits: readonly CellEdit[]): readonly CellEdit[] =>
  isOther ? edits.map((edit) => ({ ...edit, seen: isBlank(row, edit.field) ? row.rev : 0 })) : edits;

const isBlank = (row: StoredRow, field: string): boolean =>
  (row.fields[field] ?? null) === null && row.marks[field] === undefined;

/** Merges edits into a row and lists the values that lost; pure, used by the reducer and by property tests. */
export const mergeEdits = (
  context: MutationContext,
  row: StoredRow,
  edits: readonly CellEdit[],
): { readonly row: StoredRow; readonly lost: readonly LostValue[] } => {
  const made = markOf(context);
  const fields: Record<string, Json> = { ...row.fields };
  const marks: Record<string, CellMark> = { ...row.marks };
  const lost: LostValue[] = [];
  for (const edit of edits) {
    // A pending value remembers what its author had seen, for the next edit on top of it.
    const mine = context.side === 'phone' ? { ...made, rev: edit.seen } : made;
    const current = fields[edit.field] ?? null;
    const mark = context.side === 'phone' ? null : unseenMark(edit, marks[edit.field] ?? marks[creationMark]);
    if (mark === null || isSameJson(current, edit.to)) {
      fields[edit.field] = edit.to;
      marks[edit.field] = mine;
    } else if (isLater(mine, mark)) {
      lost.push({ field: edit.field, value: current, lost: mark, won: mine });
      fields[edit.field] = edit.to;
      marks[edit.field] = mine;
    } else {
      lost.push({ field: edit.field, value: edit.to, lost: mine, won: mark });
    }
  }
  return { row: { ...row, rev: context.rev, fields, marks }, lost };
};

/** A value counts as seen by rev, or because it is the author's own pending one; never merely because the same phone wrote it. */
const unseenMark = (edit: CellEdit, mark: CellMark | undefined): CellMark | null =>
  mark === undefined || mark.mutationId === edit.on || mark.rev <= edit.seen ? null : mark;

const isLater = (mine: CellMark, other: CellMark): boolean =>
  mine.at === other.at ? mine.mutationId > other.mutationId : mine.at > other.at;

/** Only the server keeps losing values; a phone's preview cannot know of any. */
const conflictRows = (context: MutationContext, row: StoredRow, lost: readonly LostValue[]): readonly StoredRow[] =>
  context.side === 'server' ? lost.map((value) => conflictRow(context, row, value)) : [];

const conflictRow = (context: MutationContext, row: StoredRow, lost: LostValue): StoredRow => {
  const fields: FieldMap = { table: row.table, rowId: row.id, field: lost.field };
  const made = createRow(
    context,
    { id: context.newId(), fields: { ...fields } },
    {
      table: 'conflict',
      buckets: row.buckets,
      server: {
        lostValue: lost.value,
        lostByName: lost.lost.userName,
        lostAt: lost.lost.at,
        wonByName: lost.won.userName,
        wonAt: lost.won.at,
        lostMutationId: lost.lost.mutationId,
      },
    },
  );
  if (isRefusal(made)) throw new Error(`a conflict row does not fit its declaration: ${made.field}`);
  return made;
};

/**
 * Decides a conflict: keeps what is there, or writes the losing value back as an ordinary edit of somebody who saw both. `seen` is the rev of the record
 * on the decider's screen; without it only what was there when the conflict arose counts as seen, so a third value is kept and not run over.
 */
export function* decideConflict(
  context: MutationContext,
  args: MutationArguments['conflict.decide'],
): Reading<Decision> {
  const found = yield* readRow('conflict', args.conflictId);
  if (found === undefined || found.deleted) return refuse('notFound');
  if (found.fields.state !== 'open') return refuse('stateChanged');
  const decided: StoredRow = { ...found, rev: context.rev, fields: { ...found.fields, state: args.state } };
  const field = textOf(found, 'field');
  const target = { table: tableOf(textOf(found, 'table')), id: textOf(found, 'rowId') ?? '' };
  const meant = yield* meantBy(target);
  if (args.state === 'kept' || field === null || meant === undefined || meant.row.deleted)
    return write([decided], [found.buckets]);
  const erased = yield* refuseErasedRow(meant.row);
  if (erased !== null) return erased;
  const seen = args.seen ?? found.marks[creationMark]?.rev ?? found.rev;
  const edit: CellEdit = { field, to: found.fields.lostValue ?? null, on: null, seen };
  const merged = mergeEdits(context, meant.row, editsFor(meant, [edit]));
  const conflicts = conflictRows(context, meant.row, merged.lost);
  return write([decided, merged.row, ...conflicts], [found.buckets, meant.row.buckets], conflicts.length > 0);
}

const tableOf = (name: string | null): RecordName => {
  const known = ['dwelling', 'household', 'person', 'membership', 'need'] as const;
  const table = known.find((candidate) => candidate === name);
  if (table === undefined) throw new Error(`a conflict names a table that cannot be edited: ${name}`);
  return table;
};
