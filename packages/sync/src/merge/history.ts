import { isSameJson, isServerOnly, type Json, type RecordName, specOf } from '@lianxin/domain';
import type { MutationName } from '@lianxin/protocol';
import { createRow, deleteRow, isRefusal } from './create-row.ts';
import { type Decision, type MutationContext, type Reading, readRow, readRowsBy, type StoredRow } from './row.ts';

/** What changes the register; what happens at a door, to a need or to a wish has a trail of its own, and a regrouping remembers its moves itself. */
const toldMutations: ReadonlySet<MutationName> = new Set<MutationName>([
  'record.edit',
  'conflict.decide',
  'member.add',
  'membership.end',
  'tag.add',
  'tag.end',
  'household.move',
  'household.end',
  'person.identify',
]);

/** Records whose every change is told, with the value that tells of their making; null where the record's own page tells it. */
const toldTables: ReadonlyMap<RecordName, string | null> = new Map([
  ['dwelling', null],
  ['household', null],
  ['person', null],
  ['need', null],
  ['membership', 'kind'],
  ['tag', 'kind'],
]);

/** An order in which doors are walked is no fact about anybody; why and until when a record is kept is nobody's change. */
const untoldFields: ReadonlySet<string> = new Set(['walkOrder', 'purpose', 'legalBasis', 'retainUntil', 'erasedAt']);

/** More than a person will ever read of one record; phones carry every one. */
const mostPerRecord = 100;

/** Adds to a decision what it changes, value by value: who, when and at which visit. Only the server tells; a phone shows its own pending work instead. */
export function* withHistory(
  context: MutationContext,
  said: { readonly name: MutationName; readonly visitId: string | null },
  decision: Decision,
): Reading<Decision> {
  if (context.side === 'phone' || decision.type !== 'write' || !toldMutations.has(said.name)) return decision;
  const changes: StoredRow[] = [];
  for (const after of decision.writes) {
    const table = toldTables.get(after.table);
    if (table === undefined) continue;
    const made = yield* changesOf(context, { before: yield* readRow(after.table, after.id), after }, said.visitId);
    const isMoving = decision.writes.some(({ table: name }) => name === 'fieldChange');
    changes.push(...made, ...(made.length === 0 || isMoving ? [] : yield* surplusOf(context, after.id, made.length)));
  }
  return { ...decision, writes: [...decision.writes, ...changes] };
}

function* changesOf(
  context: MutationContext,
  { before, after }: { readonly before: StoredRow | undefined; readonly after: StoredRow },
  visitId: string | null,
): Reading<readonly StoredRow[]> {
  const visit = visitId === null ? undefined : yield* readRow('visit', visitId);
  // A visit that never arrived, or lies where this record does not, is no source anybody could open.
  const isThere = visit?.deleted === false && visit.buckets.some((bucket) => after.buckets.includes(bucket));
  return changesBetween(context, { before, after }, isThere ? visitId : null);
}

/** Tells what differs between a row as it was and as it will be, value by value, with who says so and when. */
export const changesBetween = (
  context: MutationContext,
  { before, after }: { readonly before: StoredRow | undefined; readonly after: StoredRow },
  visitId: string | null = null,
): readonly StoredRow[] => {
  const source = { changedAt: context.eventAt, changedByName: context.userName, visitId };
  return changedFields(before, after).map((field) => {
    const made = createRow(
      context,
      { id: context.newId(), fields: { table: after.table, rowId: after.id, field } },
      {
        table: 'fieldChange',
        buckets: after.buckets,
        server: { before: before?.fields[field] ?? null, after: after.fields[field] ?? null, ...source },
      },
    );
    if (isRefusal(made)) throw new Error(`a change does not fit its declaration: ${made.field}`);
    return made;
  });
};

const changedFields = (before: StoredRow | undefined, after: StoredRow): readonly string[] => {
  if (!toldTables.has(after.table)) return [];
  if (before === undefined) return [toldTables.get(after.table) ?? []].flat();
  const { fields } = specOf(after.table);
  const valueIn = (row: StoredRow, field: string): Json => row.fields[field] ?? null;
  return Object.entries(fields)
    .filter(([field, spec]) => !untoldFields.has(field) && !isServerOnly(spec))
    .map(([field]) => field)
    .filter((field) => !isSameJson(valueIn(before, field), valueIn(after, field)));
};

/** The oldest changes of a record make room for new ones. */
function* surplusOf(context: MutationContext, rowId: string, added: number): Reading<readonly StoredRow[]> {
  const known = yield* readRowsBy('fieldChange', 'rowId', rowId);
  const surplus = known.length + added - mostPerRecord;
  if (surplus <= 0) return [];
  return [...known]
    .sort((a, b) => a.rev - b.rev)
    .slice(0, surplus)
    .map((row) => deleteRow(context, row));
}
