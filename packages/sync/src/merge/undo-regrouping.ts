import { movesSchema, type RecordName, type RegroupingMove } from '@lianxin/domain';
import type { MutationArguments } from '@lianxin/protocol';
import { isSamePlace, uniteBuckets } from './buckets.ts';
import { changeRow, deleteRow, moveRow } from './create-row.ts';
import { refuseErased } from './erased.ts';
import { isAsMoved, type RegroupingDraft, settledRows, setValues, startDraft } from './regrouping-draft.ts';
import {
  creationMark,
  type Decision,
  type MutationContext,
  type Reading,
  readRow,
  readRowsBy,
  refuse,
  type StoredRow,
  textOf,
  write,
} from './row.ts';
import { mergedInto, mergeOf } from './standing.ts';

/** Takes a merge or split back: what nobody has moved since goes back, what somebody has stays and is named. */
export function* undoRegrouping(
  context: MutationContext,
  args: MutationArguments['regrouping.undo'],
): Reading<Decision> {
  const found = yield* readRow('regrouping', args.regroupingId);
  if (found === undefined || found.deleted) return refuse('notFound');
  if (found.fields.undoneAt !== null) return refuse('stateChanged');
  const [fromId, intoId] = [textOf(found, 'fromId') ?? '', textOf(found, 'intoId') ?? ''];
  const kind = textOf(found, 'kind') ?? '';
  const isOfPersons = kind.endsWith('Persons') || kind === 'splitPerson';
  for (const id of isOfPersons ? [fromId, intoId] : []) {
    const erased = yield* refuseErased(id);
    if (erased !== null) return erased;
  }
  // What was merged onward since comes back first.
  for (const id of [fromId, intoId]) {
    const onward = yield* mergeOf(id);
    if (onward !== undefined && onward.id !== found.id) return refuse('stateChanged');
  }
  const draft = startDraft();
  draft.subjects.push(found.buckets);
  const stayed = yield* putBack(context, draft, movesSchema.parse(found.fields.moves ?? []));
  const table = isOfPersons ? 'person' : 'household';
  const made = kind.startsWith('split') ? yield* readRow(table, intoId) : undefined;
  if (made !== undefined && (yield* isUntouched(made, { draft, exceptId: found.id })))
    draft.rows.set(made.id, deleteRow(context, made));
  const named = isOfPersons ? [fromId, intoId] : [];
  const settled = yield* settledRows(context, draft, { named, exceptId: found.id });
  const from = settled.find(({ id }) => id === fromId) ?? (yield* readRow(table, fromId));
  const into = settled.find(({ id }) => id === intoId) ?? (yield* readRow(table, intoId));
  const waiting = kind.startsWith('merge') && from !== undefined ? yield* workAbout(context, from, settled) : [];
  const undone = changeRow(context, found, {
    undoneAt: context.eventAt,
    undoneByName: context.userName,
    stayed: stayed.map((move) => ({ ...move })),
  });
  const others = [...settled, ...waiting].filter((row) => row.id !== found.id);
  const buckets = uniteBuckets(from?.buckets ?? [], into?.buckets ?? []);
  return write([...others, { ...undone, buckets }], draft.subjects);
}

/** Work that was held where the record was merged into waits where it lies by itself again, also work about what was merged into it before. */
function* workAbout(
  context: MutationContext,
  record: StoredRow,
  settled: readonly StoredRow[],
): Reading<readonly StoredRow[]> {
  const held: StoredRow[] = [];
  for (const id of yield* mergedInto(record.id)) held.push(...(yield* readRowsBy('heldWork', 'subjectId', id)));
  return held
    .filter((row) => !isSamePlace(row, record) && settled.every(({ id }) => id !== row.id))
    .map((row) => moveRow(context, row, record.buckets));
}

/** The last move goes back first. */
function* putBack(
  context: MutationContext,
  draft: RegroupingDraft,
  moves: readonly RegroupingMove[],
): Reading<readonly RegroupingMove[]> {
  const stayed: RegroupingMove[] = [];
  for (const move of [...moves].reverse()) {
    const row = draft.rows.get(move.id) ?? (yield* readMoved(move));
    if (isAsMoved(row, move) && (yield* isThere(move))) setValues(context, draft, row, { [move.field]: move.before });
    else stayed.push(move);
  }
  return stayed;
}

const targets: ReadonlyMap<string, RecordName> = new Map([
  ['householdId', 'household'],
  ['personId', 'person'],
]);

/** Nothing goes back to a record that is gone. */
function* isThere({ field, before }: RegroupingMove): Reading<boolean> {
  const table = targets.get(field);
  if (table === undefined || before === null) return true;
  return (yield* readRow(table, before))?.deleted === false;
}

const movedTables = ['household', 'person', 'membership', 'tag', 'need', 'householdCode'] as const;

function* readMoved({ table, id }: RegroupingMove): Reading<StoredRow | undefined> {
  const name = movedTables.find((known) => known === table);
  return name === undefined ? undefined : yield* readRow(name, id);
}

/** What hangs on a record that a split made. */
const hanging = {
  household: ['membership', 'visit', 'need', 'answerSheet', 'photo', 'householdCode'],
  person: ['membership', 'tag', 'need'],
} as const;

/** A record that a split made goes again as long as nobody has written into it, hung anything on it, or split or merged it further. */
function* isUntouched(
  made: StoredRow,
  { draft, exceptId }: { readonly draft: RegroupingDraft; readonly exceptId: string },
): Reading<boolean> {
  if (made.deleted || Object.keys(made.marks).some((mark) => mark !== creationMark)) return false;
  for (const end of ['fromId', 'intoId']) {
    const others = yield* readRowsBy('regrouping', end, made.id);
    if (others.some(({ id, fields }) => id !== exceptId && fields.undoneAt === null)) return false;
  }
  const isPerson = made.table === 'person';
  const field = isPerson ? 'personId' : 'householdId';
  for (const table of hanging[isPerson ? 'person' : 'household']) {
    const rows = yield* readRowsBy(table, field, made.id);
    if (rows.some((row) => (draft.rows.get(row.id) ?? row).fields[field] === made.id)) return false;
  }
  return true;
}
