import type { RegroupingMove } from '@lianxin/domain';
import type { Bucket } from '@lianxin/protocol';
import { type HumanChange, isSamePlace, sameHuman, uniteBuckets } from './buckets.ts';
import { changeRow } from './create-row.ts';
import { needInBuckets, personsInBuckets, withRowsAbout } from './followers.ts';
import { type MutationContext, type Reading, readRow, readRowsBy, type StoredRow, textOf } from './row.ts';

/** Is a regrouping while its rule works it out: the rows as they will be, and what was there before. */
export interface RegroupingDraft {
  readonly rows: Map<string, StoredRow>;
  readonly moves: RegroupingMove[];
  /** The bucket sets of everything that is changed, as it lies now. */
  readonly subjects: (readonly Bucket[])[];
}

/** Starts with nothing changed. */
export const startDraft = (): RegroupingDraft => ({ rows: new Map(), moves: [], subjects: [] });

/** Sets values of a row and remembers what was there. */
export const setValues = (
  context: MutationContext,
  draft: RegroupingDraft,
  row: StoredRow,
  fields: Readonly<Record<string, string | null>>,
): void => {
  const now = draft.rows.get(row.id) ?? row;
  for (const [field, after] of Object.entries(fields))
    draft.moves.push({ table: row.table, id: row.id, field, before: textOf(now, field), after });
  draft.rows.set(row.id, changeRow(context, now, fields));
  draft.subjects.push(row.buckets);
};

/** Puts a made row beside the changed ones; taking the regrouping back is what removes it again. */
export const addRow = (draft: RegroupingDraft, row: StoredRow): void => {
  draft.rows.set(row.id, row);
};

/** Tells who is concerned: everybody named, everybody whose membership or tag changes, and those who were merged with any of them. */
const personsOf = (draft: RegroupingDraft, named: readonly string[]): readonly string[] => [
  ...new Set([
    ...named,
    ...[...draft.rows.values()].flatMap((row) => (row.table === 'membership' ? (textOf(row, 'personId') ?? []) : [])),
  ]),
];

/** Lays everything where it belongs once the values are set: with its household, people with all their households, and what is about a row with the row. */
export function* settledRows(
  context: MutationContext,
  draft: RegroupingDraft,
  people: { readonly named: readonly string[] } & HumanChange,
): Reading<readonly StoredRow[]> {
  const settled = new Map(draft.rows);
  const take = (rows: readonly StoredRow[]): void => {
    for (const row of rows) {
      const own = settled.get(row.id);
      if (own !== undefined) settled.set(row.id, { ...own, buckets: row.buckets });
      else settled.set(row.id, row);
    }
  };
  for (const row of draft.rows.values()) {
    if (row.table !== 'membership' && row.table !== 'need') continue;
    const householdId = textOf(row, 'householdId') ?? '';
    const home = draft.rows.get(householdId) ?? (yield* readRow('household', householdId));
    if (home === undefined || isSamePlace(home, row)) continue;
    const stored = (yield* readRow(row.table, row.id)) ?? row;
    take(
      yield* row.table === 'need'
        ? needInBuckets(context, stored, home.buckets)
        : withRowsAbout(context, stored, home.buckets),
    );
  }
  const placed = yield* placesOfPersons(settled, personsOf(draft, people.named), people);
  take(yield* personsInBuckets(context, placed));
  for (const row of draft.rows.values()) {
    const buckets = row.table === 'tag' ? placed.get(textOf(row, 'personId') ?? '') : undefined;
    if (buckets !== undefined) take(yield* withRowsAbout(context, row, buckets));
  }
  for (const [id, buckets] of placed) {
    const own = settled.get(id);
    if (own !== undefined) settled.set(id, { ...own, buckets });
  }
  return yield* changedOnly(settled, draft);
}

function* placesOfPersons(
  settled: ReadonlyMap<string, StoredRow>,
  personIds: readonly string[],
  change: HumanChange,
): Reading<ReadonlyMap<string, readonly Bucket[]>> {
  const { joins } = change;
  const everybody = yield* sameHuman(personIds, joins === undefined ? {} : { joins });
  const memberships = new Map<string, StoredRow>();
  for (const id of everybody)
    for (const row of yield* readRowsBy('membership', 'personId', id)) memberships.set(row.id, row);
  for (const row of settled.values()) if (row.table === 'membership') memberships.set(row.id, row);
  const placed = new Map<string, readonly Bucket[]>();
  for (const id of everybody) {
    const group = yield* sameHuman([id], change);
    const homes = [...memberships.values()].filter((row) => group.includes(textOf(row, 'personId') ?? ''));
    const own = settled.get(id) ?? (yield* readRow('person', id));
    // Somebody without a household stays where they were.
    placed.set(id, homes.length === 0 ? (own?.buckets ?? []) : uniteBuckets(...homes.map(({ buckets }) => buckets)));
  }
  return placed;
}

/** What stays as it is keeps its rev: nobody need hear of it. */
function* changedOnly(settled: ReadonlyMap<string, StoredRow>, draft: RegroupingDraft): Reading<readonly StoredRow[]> {
  const changed: StoredRow[] = [];
  for (const row of settled.values()) {
    const stored = yield* readRow(row.table, row.id);
    if (draft.rows.has(row.id) || stored === undefined || !isSamePlace(stored, row)) changed.push(row);
  }
  return changed;
}

/** Says whether a row has the value that a move left there, so that taking it back runs over nobody's word. */
export const isAsMoved = (row: StoredRow | undefined, move: RegroupingMove): row is StoredRow =>
  row !== undefined && !row.deleted && textOf(row, move.field) === move.after;
