import { type FieldSpec, isRecordName, type Json, specOf } from '@lianxin/domain';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';

/** Says a value as people read it: the label of a code, yes or no, and a word for nothing. */
export const valueWords = (spec: FieldSpec | undefined, value: Json | undefined): string => {
  if (value === null || value === undefined || value === '') return t.ui.none;
  if (typeof value === 'boolean') return value ? t.ui.yes : t.ui.no;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return spec?.codes === undefined ? value : codeLabel(spec.codes, value);
};

/** Finds the declaration of a field by the names that a conflict carries. */
export const fieldSpecOf = (table: string, field: string): FieldSpec | undefined =>
  isRecordName(table) ? specOf(table).fields[field] : undefined;
