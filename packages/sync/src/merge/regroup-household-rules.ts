import type { MutationArguments } from '@lianxin/protocol';
import { alreadyExists, createRow, isRefusal } from './create-row.ts';
import { recordRegrouping } from './record-regrouping.ts';
import { addRow, settledRows, setValues, startDraft } from './regrouping-draft.ts';
import {
  type Decision,
  type MutationContext,
  type Reading,
  readRow,
  readRowsBy,
  refuse,
  type StoredRow,
  textOf,
} from './row.ts';

/** Takes members out of a household into one of their own, behind the same door or another; the open needs that are about them go along. */
export function* splitHousehold(
  context: MutationContext,
  args: MutationArguments['household.split'],
): Reading<Decision> {
  const taken = alreadyExists(
    (yield* readRow('regrouping', args.regroupingId)) ?? (yield* readRow('household', args.household.id)),
  );
  if (taken !== null) return taken;
  const household = yield* currentHousehold(args.householdId);
  if ('type' in household) return household;
  const { dwellingId, ...fields } = args.household.fields;
  const dwelling = yield* readRow('dwelling', String(dwellingId));
  if (dwelling === undefined || dwelling.deleted) return refuse('notFound', 'dwellingId');
  const made = createRow(
    context,
    { id: args.household.id, fields },
    { table: 'household', buckets: dwelling.buckets, server: { dwellingId: dwelling.id } },
  );
  if (isRefusal(made)) return made;
  const draft = startDraft();
  addRow(draft, made);
  draft.subjects.push(household.buckets, dwelling.buckets);
  const movedPersons = new Set<string>();
  for (const id of new Set(args.membershipIds)) {
    const membership = yield* readRow('membership', id);
    if (membership === undefined || membership.deleted) return refuse('notFound', 'membershipIds');
    if (membership.fields.householdId !== household.id || membership.fields.toOn !== null)
      return refuse('stateChanged', 'membershipIds');
    setValues(context, draft, membership, { householdId: made.id });
    movedPersons.add(textOf(membership, 'personId') ?? '');
  }
  for (const need of yield* openNeedsOf(household.id)) {
    if (movedPersons.has(textOf(need, 'personId') ?? ''))
      setValues(context, draft, need, { householdId: made.id, dwellingId: dwelling.id });
  }
  const rows = yield* settledRows(context, draft, { named: [] });
  const told = { id: args.regroupingId, kind: 'splitHousehold', fromId: household.id, intoId: made.id } as const;
  return recordRegrouping(context, told, { draft, rows, ends: [household, made] });
}

/** Moves the members and open needs of a household into another and ends it with its codes. Who is in both already is ended there as a double. */
export function* mergeHouseholds(
  context: MutationContext,
  args: MutationArguments['household.merge'],
): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('regrouping', args.regroupingId));
  if (taken !== null) return taken;
  if (args.fromId === args.intoId) return refuse('invalid', 'intoId');
  const from = yield* currentHousehold(args.fromId);
  if ('type' in from) return from;
  const into = yield* currentHousehold(args.intoId);
  if ('type' in into) return into;
  const draft = startDraft();
  draft.subjects.push(into.buckets);
  setValues(context, draft, from, { toOn: args.toOn });
  const there = new Set((yield* currentMembers(into.id)).map((row) => textOf(row, 'personId') ?? ''));
  for (const membership of yield* currentMembers(from.id)) {
    const isDouble = there.has(textOf(membership, 'personId') ?? '');
    const ended = { toOn: endOf(membership, args.toOn), endReason: 'recordedInError' };
    setValues(context, draft, membership, isDouble ? ended : { householdId: into.id });
  }
  for (const need of yield* openNeedsOf(from.id))
    setValues(context, draft, need, { householdId: into.id, dwellingId: textOf(into, 'dwellingId') });
  for (const code of yield* readRowsBy('householdCode', 'householdId', from.id))
    if (code.fields.toOn === null) setValues(context, draft, code, { toOn: endOf(code, args.toOn) });
  const rows = yield* settledRows(context, draft, { named: [] });
  const told = { id: args.regroupingId, kind: 'mergeHouseholds', fromId: from.id, intoId: into.id } as const;
  return recordRegrouping(context, told, { draft, rows, ends: [from, into] });
}

/** Nothing ends before it began. */
const endOf = (row: StoredRow, toOn: string): string => {
  const fromOn = textOf(row, 'fromOn');
  return fromOn !== null && fromOn > toOn ? fromOn : toOn;
};

function* currentHousehold(id: string): Reading<StoredRow | Extract<Decision, { type: 'refuse' }>> {
  const row = yield* readRow('household', id);
  if (row === undefined || row.deleted) return { type: 'refuse', reason: 'notFound', field: 'householdId' };
  if (row.fields.toOn !== null) return { type: 'refuse', reason: 'alreadyEnded', field: 'householdId' };
  return row;
}

function* currentMembers(householdId: string): Reading<readonly StoredRow[]> {
  const rows = yield* readRowsBy('membership', 'householdId', householdId);
  return rows.filter((row) => row.fields.toOn === null);
}

function* openNeedsOf(householdId: string): Reading<readonly StoredRow[]> {
  const rows = yield* readRowsBy('need', 'householdId', householdId);
  return rows.filter((row) => row.fields.state !== 'answered');
}
