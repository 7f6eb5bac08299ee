import type { FieldMap, Instant, RecordName } from '@lianxin/domain';
import type { Bucket, OutcomeReason } from '@lianxin/protocol';

/** Tells who last wrote a value and when: the provenance that decides a conflict. */
export interface CellMark {
  readonly rev: number;
  readonly mutationId: string;
  readonly userId: string;
  readonly userName: string;
  readonly at: Instant;
}

/** Is the mark of a row's creation, kept under this key beside the marks of single fields. */
export const creationMark = '*';

/** Is a row as a store holds it: its image, the buckets it lies in and who wrote what. A phone's confirmed rows carry no marks; the marks of pending ones name the author's own mutations. */
export interface StoredRow {
  readonly table: RecordName;
  readonly id: string;
  readonly rev: number;
  readonly buckets: readonly Bucket[];
  readonly deleted: boolean;
  readonly fields: FieldMap;
  readonly marks: Readonly<Record<string, CellMark>>;
}

/** Asks a store for rows: one by id, or all that point to a record by a reference field. */
export type RowQuery =
  | { readonly type: 'row'; readonly table: RecordName; readonly id: string }
  | { readonly type: 'rowsBy'; readonly table: RecordName; readonly field: string; readonly value: string };

/** Is a pure computation that asks for rows as it goes; the store's driver answers, so one set of rules runs over memory, SQLite and PostgreSQL. */
export type Reading<T> = Generator<RowQuery, T, readonly StoredRow[]>;

/** Tells what a mutation does: writes at one rev, or a reason for a person. */
export type Decision =
  | {
      readonly type: 'write';
      readonly writes: readonly StoredRow[];
      /** The bucket sets that the author must be posted to, one for every record the mutation is about. */
      readonly subjects: readonly (readonly Bucket[])[];
      /** Whether at least one losing value was kept. */
      readonly merged: boolean;
    }
  | { readonly type: 'refuse'; readonly reason: OutcomeReason; readonly field: string | null }
  | {
      readonly type: 'hold';
      readonly reason: OutcomeReason;
      /** The bucket sets of the records it is about: whoever works there now is asked. */
      readonly subjects: readonly (readonly Bucket[])[];
    };

/** Is what a reducer knows besides rows and arguments; ids and times arrive from outside. */
export interface MutationContext {
  /** A phone previews with the rows it has; only the server keeps conflicts, cards and provenance. */
  readonly side: 'phone' | 'server';
  readonly communityId: string;
  readonly mutationId: string;
  readonly userId: string;
  readonly userName: string;
  /** The author's clock, corrected and clamped. */
  readonly eventAt: Instant;
  /** When the server took it; on a phone the same as `eventAt`. */
  readonly receivedAt: Instant;
  readonly hasClockSkew: boolean;
  /** The rev of every row this mutation writes; 0 on a phone, where nothing is confirmed yet. */
  readonly rev: number;
  readonly newId: () => string;
}

/** Reads one row by id; undefined when there is none. A deleted row is returned with its flag. */
export function* readRow(table: RecordName, id: string): Reading<StoredRow | undefined> {
  const rows = yield { type: 'row', table, id };
  return rows[0];
}

/** Reads the rows that point to a record, without deleted ones. */
export function* readRowsBy(table: RecordName, field: string, value: string): Reading<readonly StoredRow[]> {
  const rows = yield { type: 'rowsBy', table, field, value };
  return rows.filter((row) => !row.deleted);
}

/** Runs a reading over a synchronous store. */
export const runReading = <T>(reading: Reading<T>, answer: (query: RowQuery) => readonly StoredRow[]): T => {
  let step = reading.next();
  while (!step.done) step = reading.next(answer(step.value));
  return step.value;
};

/** Builds a refusal; the payload is kept by the caller. */
export const refuse = (reason: OutcomeReason, field: string | null = null): Decision => ({
  type: 'refuse',
  reason,
  field,
});

/** Builds a write decision. */
export const write = (
  writes: readonly StoredRow[],
  subjects: readonly (readonly Bucket[])[],
  merged = false,
): Decision => ({ type: 'write', writes, subjects, merged });

/** Tells a text value of a row, or null when it is missing or of another kind. */
export const textOf = (row: StoredRow | undefined, field: string): string | null => {
  const value = row?.fields[field];
  return typeof value === 'string' ? value : null;
};
