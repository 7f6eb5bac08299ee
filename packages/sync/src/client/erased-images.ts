import { erasedMark, type FieldMap, type Json } from '@lianxin/domain';
import type { StoredRow } from '../merge/index.ts';

/** Maps the ids of records into which the server has put its mark to their fields. */
export type ErasedImages = ReadonlyMap<string, FieldMap>;

/** Finds the records in which something was erased. */
export const erasedImages = (rows: readonly StoredRow[]): ErasedImages =>
  new Map(rows.filter(({ fields }) => isMarked(fields)).map((row) => [row.id, row.fields]));

/** Lets what this phone wrote into a record give way to the record's own words where the server has put its mark into them. */
export const withImages = (value: Json, images: ErasedImages): Json => {
  if (typeof value !== 'object' || value === null || images.size === 0) return value;
  if (isList(value)) return value.map((item) => withImages(item, images));
  const fields = typeof value['id'] === 'string' ? images.get(value['id']) : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (fields === undefined) return [key, withImages(item, images)];
      if (key === 'fields') return [key, recordWith(item, fields)];
      return [key, key === 'edits' && isList(item) ? item.map((edit) => editWith(edit, fields)) : item];
    }),
  );
};

const recordWith = (written: Json, fields: FieldMap): Json => {
  if (!isMap(written)) return written;
  return Object.fromEntries(Object.entries(written).map(([key, item]) => [key, given(fields[key], item)]));
};

const editWith = (edit: Json, fields: FieldMap): Json =>
  isMap(edit) ? { ...edit, to: given(fields[String(edit['field'])], edit['to'] ?? null) } : edit;

const given = (image: Json | undefined, written: Json): Json =>
  image !== undefined && isMarked(image) ? image : written;

const isMarked = (value: Json | FieldMap): boolean => JSON.stringify(value).includes(erasedMark);

const isMap = (value: Json): value is FieldMap => typeof value === 'object' && value !== null && !isList(value);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
