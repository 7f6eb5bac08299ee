import type { Instant } from '@lianxin/domain';
import type { Bucket, NewRecord } from '@lianxin/protocol';
import { type Decision, type Reading, readRow, readRowsBy, type StoredRow, textOf } from './row.ts';

/** Is the household or person that stands by now for one that work names. */
export interface Standing {
  readonly row: StoredRow;
  /** When the last merge or undoing led here; before all times where nothing did. */
  readonly since: Instant;
}

/**
 * Finds the household or person that stands for one by now: what it was merged into, or what it came from when the split that made it was taken back.
 * Whoever was offline meanwhile means that one. Undefined where nothing stands.
 */
export function* standing(table: 'household' | 'person', id: string): Reading<Standing | undefined> {
  const seen = new Set<string>();
  let since: Instant = Number.NEGATIVE_INFINITY;
  for (let next = id; ; ) {
    seen.add(next);
    const row = yield* readRow(table, next);
    const step = yield* stepFrom(row, next);
    if (step === undefined || seen.has(step.id)) return row === undefined ? undefined : { row, since };
    since = Math.max(since, step.at);
    next = step.id;
  }
}

/** Finds the merge by which a household or person became another, if it was not taken back. */
export function* mergeOf(id: string): Reading<StoredRow | undefined> {
  return (yield* readRowsBy('regrouping', 'fromId', id)).find(
    ({ fields }) => isMerge(fields.kind) && !isUndone(fields.undoneAt),
  );
}

/** Lists what a household or person stands for: itself, and whatever was merged into it and not taken apart again. */
export function* mergedInto(id: string): Reading<ReadonlySet<string>> {
  const ids = new Set([id]);
  for (const at of ids) {
    for (const { fields } of yield* readRowsBy('regrouping', 'intoId', at))
      if (isMerge(fields.kind) && !isUndone(fields.undoneAt)) ids.add(String(fields.fromId));
  }
  return ids;
}

/** Tells what becomes of work about something that is gone for good: unknown, it is a mistake; deleted, people decide. Null where it stands. */
export const unlessStanding = (
  named: Standing | undefined,
  field: string,
  subject: readonly Bucket[],
): Exclude<Decision, { type: 'write' }> | null => {
  if (named === undefined) return { type: 'refuse', reason: 'notFound', field };
  return named.row.deleted ? { type: 'hold', reason: 'alreadyEnded', subjects: [subject] } : null;
};

/** Names in a record that somebody wrote what stands by now for what they meant. */
export const withStanding = (record: NewRecord, named: Readonly<Record<string, Standing | undefined>>): NewRecord => ({
  id: record.id,
  fields: {
    ...record.fields,
    ...Object.fromEntries(
      Object.entries(named).flatMap(([field, one]) => (one === undefined ? [] : [[field, one.row.id]])),
    ),
  },
});

interface Step {
  readonly id: string;
  readonly at: Instant;
}

function* stepFrom(row: StoredRow | undefined, id: string): Reading<Step | undefined> {
  const merge = yield* mergeOf(id);
  if (merge !== undefined) return stepTo(merge, 'intoId', 'doneAt');
  // A phone holds no deleted rows: unknown here may mean taken back.
  if (row !== undefined && !row.deleted) return undefined;
  const split = (yield* readRowsBy('regrouping', 'intoId', id)).find(
    ({ fields }) => String(fields.kind).startsWith('split') && isUndone(fields.undoneAt),
  );
  return split === undefined ? undefined : stepTo(split, 'fromId', 'undoneAt');
}

const isMerge = (kind: unknown): boolean => String(kind).startsWith('merge');

const isUndone = (undoneAt: unknown): boolean => typeof undoneAt === 'number';

const stepTo = (regrouping: StoredRow, end: 'fromId' | 'intoId', moment: 'doneAt' | 'undoneAt'): Step => ({
  id: textOf(regrouping, end) ?? '',
  at: Number(regrouping.fields[moment]),
});
