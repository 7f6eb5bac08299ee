import type { FieldMap, Json } from '@lianxin/domain';
import * as z from 'zod/mini';
import { jsonSchema } from './mutation.ts';

/**
 * Is one field of many rows: one value for all, whole numbers as their differences, places in a list of the values that occur, or each value by itself.
 * Many rows of a kind say the same again and again, so columns are a fraction of the rows, at rest and on the way.
 */
export const columnSchema = z.union([
  z.strictObject({ same: jsonSchema }),
  z.strictObject({ steps: z.array(z.int()) }),
  z.strictObject({ words: z.array(jsonSchema), at: z.array(z.int()) }),
  z.strictObject({ each: z.array(jsonSchema) }),
]);

/** Is one field of many rows. */
export type Column = z.infer<typeof columnSchema>;

/** Is the fields of many rows, column by column. */
export type Columns = Readonly<Record<string, Column>>;

/** Turns rows that have the same fields into columns. */
export const toColumns = (rows: readonly FieldMap[]): Columns =>
  Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((field) => [field, toColumn(rows.map((row) => row[field] ?? null))]),
  );

/** Turns columns into rows again. */
export const fromColumns = (columns: Columns, count: number): readonly FieldMap[] => {
  const rows: Record<string, Json>[] = Array.from({ length: count }, () => ({}));
  for (const [field, column] of Object.entries(columns)) {
    const values = fromColumn(column, count);
    for (let at = 0; at < count; at += 1) (rows[at] as Record<string, Json>)[field] = values[at] ?? null;
  }
  return rows;
};

/** Turns the values of one field into a column. */
export const toColumn = (values: readonly Json[]): Column => {
  const places = new Map<Json, number>();
  let isPlain = true;
  for (const value of values) {
    if (typeof value === 'object' && value !== null) isPlain = false;
    else if (!places.has(value)) places.set(value, places.size);
  }
  const [first] = values;
  if (isPlain && places.size === 1 && first !== undefined) return { same: first };
  if (values.every(Number.isSafeInteger)) return { steps: toSteps(values.map(Number)) };
  if (!isPlain || places.size > values.length / 2) return { each: [...values] };
  return { words: [...places.keys()], at: values.map((value) => places.get(value) ?? 0) };
};

/** Turns a column into the values of its field again. */
export const fromColumn = (column: Column, count: number): readonly Json[] => {
  if ('same' in column) return new Array<Json>(count).fill(column.same);
  if ('steps' in column) return fromSteps(column.steps);
  return 'each' in column ? column.each : column.at.map((place) => column.words[place] ?? null);
};

/** Whole numbers of a kind lie close together: their differences are short. */
const toSteps = (numbers: readonly number[]): number[] =>
  numbers.map((number, at) => number - (at === 0 ? 0 : (numbers[at - 1] ?? 0)));

const fromSteps = (steps: readonly number[]): readonly number[] => {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
};
