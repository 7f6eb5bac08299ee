import { type FieldMap, type Json, type RecordName, specOf } from '@lianxin/domain';
import { jsonSchema } from '@lianxin/protocol';
import type { AttentionEntry, RowView } from '@lianxin/sync/client';
import { fieldLabel, labelText } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { describeWork, type SavedWork } from './describe-work.ts';
import { fieldSpecOf, valueWords } from './field-words.ts';

/** The records that arguments carry whole, by the name they carry them under. */
const carriedTables: Readonly<Record<string, RecordName>> = {
  visit: 'visit',
  needs: 'need',
  need: 'need',
  dwelling: 'dwelling',
  household: 'household',
  person: 'person',
  membership: 'membership',
  tag: 'tag',
  notice: 'wishNotice',
  help: 'help',
};

interface CarriedRecord {
  readonly table: RecordName;
  readonly fields: FieldMap;
}

/** Writes out everything a person typed into a saved piece of work, so that it can be copied and told to somebody. */
export const workText = (work: SavedWork & { readonly at: number }, view: RowView, now: number): string => {
  return [`${describeWork(work, view)} ${t.dates.moment(work.at, now)}`, ...typedLines(work.args)].join('\n');
};

/** Lists what a person typed into a saved piece of work, one value a line. */
export const typedLines = (args: unknown): readonly string[] => [
  ...carriedRecords(args).flatMap(recordLines),
  ...editLines(args),
  ...answerLines(args),
  ...captionLines(args),
];

/** Names the field that the server did not take, in the words of the form. Null when it is none that a form shows. */
export const fieldLabelOf = ({ field, args }: Pick<AttentionEntry, 'field' | 'args'>): string | null => {
  const name = field?.split('.').at(-1);
  if (name === undefined) return null;
  for (const { table } of carriedRecords(args)) {
    const spec = fieldSpecOf(table, name);
    if (spec !== undefined && spec.refersTo === undefined) return labelText(spec.label);
  }
  const table = asObject(args).table;
  const spec = typeof table === 'string' ? fieldSpecOf(table, name) : undefined;
  return spec === undefined ? null : labelText(spec.label);
};

const carriedRecords = (args: unknown): readonly CarriedRecord[] =>
  Object.entries(asObject(args)).flatMap(([key, value]) => {
    const table = carriedTables[key];
    if (table === undefined) return [];
    const items = isJsonList(value) ? value : [value];
    return items.map((item) => ({ table, fields: asObject(asObject(item).fields) }));
  });

const recordLines = ({ table, fields }: CarriedRecord): readonly string[] =>
  Object.entries(specOf(table).fields).flatMap(([name, spec]) => {
    const value = fields[name];
    if (value === undefined || value === null || value === '' || spec.refersTo !== undefined) return [];
    const said = isJsonList(value) ? t.ui.join.list(value.map(itemWords)) : valueWords(spec, value);
    return said === '' ? [] : [t.syncStatus.line(labelText(spec.label), said)];
  });

const editLines = (args: unknown): readonly string[] => {
  const { table, edits } = asObject(args);
  if (typeof table !== 'string' || !isJsonList(edits)) return [];
  return edits.flatMap((edit) => {
    const { field, to } = asObject(edit);
    if (typeof field !== 'string') return [];
    const spec = fieldSpecOf(table, field);
    return [t.syncStatus.line(fieldLabel(spec, field), valueWords(spec, to))];
  });
};

const answerLines = (args: unknown): readonly string[] => {
  const { answer } = asObject(args);
  return typeof answer === 'string' ? [t.syncStatus.line(t.needs.answer, answer)] : [];
};

/** Of a photo somebody wrote what it shows; its fingerprint and size are nobody's words. */
const captionLines = (args: unknown): readonly string[] => {
  const { caption } = asObject(asObject(asObject(args).photo).fields);
  const { label } = specOf('photo').fields.caption ?? {};
  return typeof caption === 'string' && label !== undefined ? [t.syncStatus.line(labelText(label), caption)] : [];
};

/** Goods read as 大米 10 斤. */
const itemWords = (item: Json): string => Object.values(asObject(item)).join(' ');

const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Arguments were JSON when they were saved; anything else reads as empty. */
const asObject = (value: unknown): FieldMap => {
  const parsed = jsonSchema.safeParse(value);
  const json = parsed.success ? parsed.data : null;
  return typeof json === 'object' && json !== null && !isJsonList(json) ? json : {};
};
