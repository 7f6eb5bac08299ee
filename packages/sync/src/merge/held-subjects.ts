import { type FieldMap, isRecordName, type Json, type RecordName } from '@lianxin/domain';
import type { Bucket } from '@lianxin/protocol';
import { bucketsOfUnit, uniteBuckets } from './buckets.ts';
import { type Reading, readRow, readRowsBy, type StoredRow } from './row.ts';

/** Is a record that work names, with the table it is in. */
interface Named {
  readonly table: RecordName;
  readonly id: string;
}

/** What arguments may name, the nearest to a household first: a visit belongs to the household even when that has another door by now. */
const namingKeys: readonly (readonly [string, RecordName])[] = [
  ['householdId', 'household'],
  ['membershipId', 'membership'],
  ['personId', 'person'],
  ['tagId', 'tag'],
  ['needId', 'need'],
  ['dwellingId', 'dwelling'],
  ['unitId', 'unit'],
  ['noticeId', 'wishNotice'],
  ['conflictId', 'conflict'],
  ['fromId', 'household'],
  ['intoId', 'household'],
  ['fromId', 'person'],
  ['intoId', 'person'],
  ['regroupingId', 'regrouping'],
  ['visitId', 'visit'],
  ['photoId', 'photo'],
  ['codeId', 'householdCode'],
];

/** Finds the record that work is about: what it edits, else the household, person or door that it names; null when it names nothing known. */
export const subjectOf = (args: unknown): string | null => namedIn(args)[0]?.id ?? null;

/** Tells the grids of what work names, for work whose own rule could not tell; empty when nothing of it is known. */
export function* gridsNamedIn(args: unknown): Reading<readonly Bucket[]> {
  for (const named of namedIn(args)) {
    const buckets = (yield* bucketsOfNamed(named)).filter(isGrid);
    if (buckets.length > 0) return buckets;
  }
  return [];
}

/**
 * Finds open held work of the same author that carries a record which this work names: a member of a household that is held itself belongs where that
 * household belongs.
 */
export function* heldBefore(authorId: string, args: unknown): Reading<StoredRow | undefined> {
  const theirs = yield* readRowsBy('heldWork', 'authorId', authorId);
  return theirs.find((held) => held.fields.state === 'open' && buildsOn(args, held.fields.args));
}

/** Says whether work names a record that other work carries. */
export const buildsOn = (args: unknown, earlier: unknown): boolean => {
  const carried = carriedIds(earlier);
  return namedIn(args).some(({ id }) => carried.includes(id));
};

/** Says whether a bucket is a grid's. */
export const isGrid = (bucket: Bucket): boolean => bucket.startsWith('grid:');

/** Reads a JSON value as an object; anything else reads as empty. */
export const objectOf = (value: unknown): FieldMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};

const namedIn = (args: unknown): readonly Named[] => {
  const top = objectOf(args);
  const edited: readonly Named[] =
    typeof top.table === 'string' && isRecordName(top.table) && typeof top.id === 'string'
      ? [{ table: top.table, id: top.id }]
      : [];
  const sources = [top, ...recordsIn(args).map((record) => objectOf(record.fields))];
  const others = namingKeys.flatMap(([key, table]) =>
    sources.flatMap((source): readonly Named[] => {
      const id = source[key];
      return typeof id === 'string' ? [{ table, id }] : [];
    }),
  );
  return [...edited, ...others];
};

const recordsIn = (args: unknown): readonly FieldMap[] =>
  Object.values(objectOf(args)).flatMap((value: Json | undefined) =>
    (Array.isArray(value) ? value : [value]).map(objectOf),
  );

/** A regrouping makes its record itself: only its id is carried. */
const carriedIds = (args: unknown): readonly string[] =>
  [...recordsIn(args).map(({ id }) => id), objectOf(args).regroupingId].flatMap((id) =>
    typeof id === 'string' ? [id] : [],
  );

function* bucketsOfNamed({ table, id }: Named): Reading<readonly Bucket[]> {
  if (table === 'unit') return yield* bucketsOfUnit(id);
  const rows = table === 'wishNotice' ? yield* readRowsBy('wish', 'noticeId', id) : [yield* readRow(table, id)];
  return uniteBuckets(...rows.map((row) => row?.buckets ?? []));
}
