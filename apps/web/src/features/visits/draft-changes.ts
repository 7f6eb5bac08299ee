import type { CivilDate, Json } from '@lianxin/domain';
import { editCell, type Intent, type RowView } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import type { DraftChange } from './visit-draft.ts';

/** Names the value that a change is about. */
export type ChangeKey = Pick<DraftChange, 'table' | 'id' | 'field' | 'householdId'>;

const isOf =
  ({ table, id, field, householdId }: ChangeKey) =>
  (change: DraftChange): boolean =>
    change.table === table && change.id === id && change.field === field && change.householdId === householdId;

/** Says whether a change belongs to a visit: what was said of another room of the same door is not saved with it. */
export const isSaidHere =
  (householdId: string | null) =>
  (change: DraftChange): boolean =>
    change.householdId === null || change.householdId === householdId;

/** Finds what was written about a value; undefined when nobody said that it changed. */
export const changedTo = (changes: readonly DraftChange[], key: ChangeKey): Json | undefined =>
  changes.find(isOf(key))?.to;

/** Says that a value changed, or, with undefined, that it did not after all. What was on screen at the first tap is what its author has seen. */
export const withChange = (
  changes: readonly DraftChange[],
  key: ChangeKey,
  to: Json | undefined,
  shown: StoredRow | undefined,
): readonly DraftChange[] => {
  const before = changes.find(isOf(key));
  if (to === undefined) return changes.filter((change) => change !== before);
  if (before !== undefined) return changes.map((change) => (change === before ? { ...before, to } : change));
  const { on, seen } = shown === undefined ? { on: null, seen: 0 } : editCell(shown, key.field, to);
  return [...changes, { ...key, to, was: shown?.fields[key.field] ?? null, seen, on }];
};

/** Is a visit at which things turned out different. */
export interface ChangingVisit {
  readonly view: RowView;
  readonly visitId: string;
  readonly householdId: string | null;
  /** The day of the visit, also when it is written down later. */
  readonly on: CivilDate;
  readonly newId: () => string;
}

type EndReason = 'died' | 'movedOut' | 'recordedInError';

const asWritten = (to: Json): Json => (typeof to === 'string' ? to.trim() || null : to);

/** Says each change as what is saved beside the visit: edits that name it, who left, and who is there now. */
export const changesToIntents = (said: readonly DraftChange[], visit: ChangingVisit): readonly Intent[] => {
  const { view, visitId } = visit;
  const changes = said.filter(isSaidHere(visit.householdId));
  const targets = new Map(changes.map((change) => [`${change.table} ${change.id}`, change] as const));
  return [...targets.values()].flatMap(({ table, id }): readonly Intent[] => {
    const ofRecord = changes.filter((change) => change.table === table && change.id === id);
    const row = view.row(table, id);
    if (row === undefined) return table === 'person' ? newcomer(ofRecord, visit) : [];
    const left = ofRecord.find(({ field }) => field === 'endReason');
    const edits = ofRecord.flatMap(({ field, to, was, seen, on }) => {
      const written = asWritten(to);
      const isNews = field !== 'endReason' && ![was, row.fields[field] ?? null].includes(written);
      return isNews ? [{ field, to: written, seen, on }] : [];
    });
    const edit = { name: 'record.edit', args: { table, id, edits, visitId } } as const;
    return [
      ...(edits.length === 0 ? [] : [edit]),
      ...(left === undefined ? [] : [ending(id, String(left.to) as EndReason, visit)]),
    ];
  });
};

const ending = (membershipId: string, endReason: EndReason, { visitId, on }: ChangingVisit): Intent => ({
  name: 'membership.end',
  args: { membershipId, toOn: on, endReason, visitId },
});

/** Who has come is noted by name; the rest is asked when there is time. */
const newcomer = (
  changes: readonly DraftChange[],
  { householdId, visitId, on, newId }: ChangingVisit,
): readonly Intent[] => {
  const { id = '', to } = changes.find(({ field }) => field === 'name') ?? {};
  const name = typeof to === 'string' ? to.trim() : '';
  if (householdId === null || name === '') return [];
  const membership = { id: newId(), fields: { personId: id, householdId, kind: 'resident', fromOn: on } };
  const person = { id, fields: { name, verification: 'toCheck' } };
  return [{ name: 'member.add', args: { person, membership, visitId } }];
};
