import type { RecordName } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { type StoredRow, textOf } from '@lianxin/sync/merge';
import { type SearchDoor, toSearchDoor } from './search-door.ts';
import { matchDoor, readQuery } from './search-match.ts';

/** A door that was found, and through whom. */
export interface SearchHit {
  readonly dwellingId: string;
  readonly householdId: string | null;
  readonly personId: string | null;
}

/** What was found: how many doors in all, and the best of them. */
export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

/** Searches the register in memory. */
export interface SearchIndex {
  /** Takes in what has changed since; rows are never mutated, so one look at each tells. */
  readonly refresh: (revision: number) => void;
  readonly find: (query: string, limit: number) => SearchResult;
}

const searchedTables = [
  'unit',
  'dwelling',
  'household',
  'membership',
  'person',
] as const satisfies readonly RecordName[];

type Rows = Map<string, StoredRow>;

/** Lists the rows that came, changed or went since the last look, each as it was and as it is. */
const changesSince = (view: RowView, table: RecordName, seen: Rows): readonly StoredRow[] => {
  const rows = view.all(table);
  const changed: StoredRow[] = [];
  for (const row of rows) {
    const before = seen.get(row.id);
    if (before === row) continue;
    if (before !== undefined) changed.push(before);
    changed.push(row);
    seen.set(row.id, row);
  }
  if (seen.size === rows.length) return changed;
  const here = new Set(rows.map((row) => row.id));
  for (const [id, row] of seen) {
    if (here.has(id)) continue;
    changed.push(row);
    seen.delete(id);
  }
  return changed;
};

/** Names the doors that show something of a row. */
const doorsShowing = (view: RowView, row: StoredRow): readonly string[] => {
  const doorOf = (householdId: string | null): readonly string[] =>
    textOf(view.row('household', householdId ?? ''), 'dwellingId') === null
      ? []
      : [textOf(view.row('household', householdId ?? ''), 'dwellingId') ?? ''];
  switch (row.table) {
    case 'dwelling':
      return [row.id];
    case 'household':
      return [textOf(row, 'dwellingId') ?? ''];
    case 'membership':
      return doorOf(textOf(row, 'householdId'));
    case 'person':
      return view
        .rowsBy('membership', 'personId', row.id)
        .flatMap((membership) => doorOf(textOf(membership, 'householdId')));
    default:
      return view.all('dwelling').map((dwelling) => dwelling.id);
  }
};

/** Opens an index over a register; it is filled at the first refresh. */
export const createSearchIndex = (view: RowView): SearchIndex => {
  const doors = new Map<string, SearchDoor>();
  const seen = new Map<RecordName, Rows>(searchedTables.map((table) => [table, new Map()]));
  let lastRevision = -1;

  const refresh = (revision: number): void => {
    if (revision === lastRevision) return;
    lastRevision = revision;
    const changed = searchedTables.flatMap((table) => changesSince(view, table, seen.get(table) ?? new Map()));
    const isFirst = doors.size === 0;
    const dirty = new Set(
      isFirst ? view.all('dwelling').map((row) => row.id) : changed.flatMap((row) => doorsShowing(view, row)),
    );
    for (const id of dirty) {
      const door = toSearchDoor(view, id);
      if (door === undefined) doors.delete(id);
      else doors.set(id, door);
    }
  };

  const find = (query: string, limit: number): SearchResult => {
    const words = readQuery(query);
    if (words.length === 0) return { total: 0, hits: [] };
    const found: { readonly score: number; readonly hit: SearchHit }[] = [];
    for (const door of doors.values()) {
      const { score, person } = matchDoor(door, words);
      if (score === 0) continue;
      const { dwellingId } = door;
      found.push({
        score,
        hit: { dwellingId, householdId: person?.householdId ?? null, personId: person?.personId ?? null },
      });
    }
    found.sort((a, b) => b.score - a.score);
    return { total: found.length, hits: found.slice(0, limit).map(({ hit }) => hit) };
  };

  return { refresh, find };
};

const indexes = new WeakMap<RowView, SearchIndex>();

/** The one index of an open register, kept as long as the register is. */
export const searchIndexOf = (view: RowView): SearchIndex => {
  const known = indexes.get(view) ?? createSearchIndex(view);
  indexes.set(view, known);
  return known;
};
