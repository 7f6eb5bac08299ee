import { type FieldChange, isSameJson, type Json, type RecordName } from '@lianxin/domain';
import { mutationArguments } from '@lianxin/protocol';
import type { LocalState, OutboxEntry, RowView } from '@lianxin/sync/client';
import { readRecord, readRecordsBy } from './read-record.ts';

/** A record whose history may be asked for. */
export interface HistoryTarget {
  readonly table: RecordName;
  readonly id: string;
}

/** One change of one value; one of the author's own that was not sent yet says so. */
export interface HistoryEntry extends HistoryTarget {
  readonly key: string;
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
  readonly at: number;
  /** Null for the author's own, not yet sent. */
  readonly byName: string | null;
  readonly visitId: string | null;
  readonly isPending: boolean;
}

const isTable = (table: string): table is 'person' | 'household' | 'dwelling' | 'membership' | 'need' =>
  ['person', 'household', 'dwelling', 'membership', 'need'].includes(table);

/** Reads what the address names; null for what has no history. */
export const historyTarget = (table: string, id: string): HistoryTarget | null =>
  isTable(table) ? { table, id } : null;

const ids = (table: RecordName, rows: readonly { readonly id: string }[]): readonly HistoryTarget[] =>
  rows.map(({ id }) => ({ table, id }));

/** Lists the records that tell of one: a person with memberships and groups, a household with its door and who came and left. */
const recordsOf = (view: RowView, { table, id }: HistoryTarget): readonly HistoryTarget[] => {
  const by = (name: 'membership' | 'tag', field: string) => ids(name, readRecordsBy(view, name, { field, to: id }));
  if (table === 'person') return [{ table, id }, ...by('membership', 'personId'), ...by('tag', 'personId')];
  if (table !== 'household') return [{ table, id }];
  const dwellingId = readRecord(view, 'household', id)?.dwellingId;
  return [
    { table, id },
    ...(dwellingId === undefined ? [] : [{ table: 'dwelling' as const, id: dwellingId }]),
    ...by('membership', 'householdId'),
  ];
};

const toEntry = (change: FieldChange & { readonly id: string }, table: RecordName): HistoryEntry => ({
  table,
  id: change.rowId,
  key: change.id,
  field: change.field,
  before: change.before,
  after: change.after,
  at: change.changedAt ?? 0,
  byName: change.changedByName,
  visitId: change.visitId,
  isPending: false,
});

/** What was told by the server, and what waits in the outbox, newest first. */
export const readHistory = (
  from: { readonly view: RowView; readonly confirmed: RowView; readonly state: LocalState },
  target: HistoryTarget,
): readonly HistoryEntry[] => {
  const records = recordsOf(from.view, target);
  const told = records.flatMap(({ table, id }) =>
    readRecordsBy(from.view, 'fieldChange', { field: 'rowId', to: id }).map((change) => toEntry(change, table)),
  );
  return [...told, ...pendingEntries(from, records)].sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1));
};

interface PendingEdit extends HistoryTarget {
  readonly values: Readonly<Record<string, Json>>;
  readonly visitId: string | null;
}

const editOf = ({ name, args }: OutboxEntry): PendingEdit | null => {
  if (name === 'record.edit') {
    const edit = mutationArguments[name][1].safeParse(args).data;
    if (edit === undefined) return null;
    const { table, id, visitId = null } = edit;
    return { table, id, visitId, values: Object.fromEntries(edit.edits.map(({ field, to }) => [field, to])) };
  }
  if (name !== 'membership.end') return null;
  const end = mutationArguments[name][1].safeParse(args).data;
  if (end === undefined) return null;
  const { membershipId: id, toOn, endReason, visitId = null } = end;
  return { table: 'membership', id, visitId, values: { toOn, endReason } };
};

const pendingEntries = (
  { confirmed, state }: { readonly confirmed: RowView; readonly state: LocalState },
  records: readonly HistoryTarget[],
): readonly HistoryEntry[] => {
  const asked = new Set(records.map(({ id }) => id));
  const shown = new Map<string, Json>();
  return state.outbox.flatMap((entry) => {
    const edit = editOf(entry);
    if (edit === null || !asked.has(edit.id)) return [];
    return Object.entries(edit.values).flatMap(([field, after]): readonly HistoryEntry[] => {
      const { table, id, visitId } = edit;
      const place = `${id} ${field}`;
      const before = shown.get(place) ?? confirmed.row(table, id)?.fields[field] ?? null;
      shown.set(place, after);
      if (isSameJson(before, after)) return [];
      const key = `${entry.id} ${field}`;
      return [{ table, id, key, field, before, after, at: entry.at, byName: null, visitId, isPending: true }];
    });
  });
};
