import { isSameJson, type RecordName, recordNames, type TextEraser } from '@lianxin/domain';
import { emptiedPerson, erasedArgs, type StoredRow } from '@lianxin/sync/merge';
import type { Side } from './core.ts';
import { eraseFromRow, writtenFields } from './erased-texts.ts';
import type { ErasureSubject } from './erasure-subject.ts';
import { mayHold } from './may-hold.ts';
import { columnName, tableNames } from './schema/record-table.ts';

/** Empties the person and what is theirs alone: free texts go, losing values and held work too, and nobody is asked about them any more. */
export const emptyOwnRows = ({ person, twins, own }: ErasureSubject, at: number): readonly StoredRow[] => [
  ...[person, ...twins].map((record) => emptiedPerson(record, at)),
  ...own.filter(holdsWords).map((row) => ({ ...row, fields: { ...row.fields, ...emptiedFields(row, at) } })),
];

/** Says whether a row of the person's own still holds anything that somebody wrote about them. */
export const holdsWords = ({ table, fields }: StoredRow): boolean => {
  const words = { membership: fields['relationText'], tag: fields['source'], conflict: fields['lostValue'] };
  if (table === 'fieldChange') return (fields['before'] ?? fields['after'] ?? null) !== null;
  if (table === 'heldWork') return !isSameJson(fields['args'], erasedArgs);
  return table in words && (words[table as keyof typeof words] ?? null) !== null;
};

const emptiedFields = (row: StoredRow, at: number): StoredRow['fields'] => {
  const isOpen = row.fields['state'] === 'open';
  switch (row.table) {
    case 'membership':
      return { relationText: null };
    case 'tag':
      return { source: null };
    case 'fieldChange':
      return { before: null, after: null };
    case 'conflict':
      return { lostValue: null, ...(isOpen ? { state: 'kept' } : {}) };
    default:
      return { args: erasedArgs, ...(isOpen ? { state: 'dropped', decidedAt: at } : {}) };
  }
};

/** Units are places, their names are nobody's. */
const searchedTables = recordNames.filter((name) => name !== 'unit' && writtenFields(name).length > 0);
const rowsPerStep = 2_000;

/** Walks what people wrote anywhere in the community: names go from the records of the person's own households, numbers from all. */
export function* eraseWrittenTexts(
  side: Side,
  subject: ErasureSubject,
  eraser: TextEraser,
): Generator<void, readonly StoredRow[], void> {
  const own = new Set([subject.person, ...subject.twins, ...subject.own].map(({ id }) => id));
  const changed = new Map<string, StoredRow>();
  for (const table of searchedTables) {
    for (const page of writtenPages(side, subject.communityId, table)) {
      for (const { id, texts } of page) {
        const erase = subject.linkedIds.has(id) ? eraser.all : eraser.numbers;
        if (own.has(id) || !texts.some((text) => mayHold(text, erase))) continue;
        const row = side.rows.read(subject.communityId, table, id);
        const fields = row && eraseFromRow(row, erase);
        if (row && fields) changed.set(row.id, { ...row, fields: { ...row.fields, ...fields } });
      }
      yield;
    }
  }
  for (const row of householdsWithKeys(side, subject, changed)) changed.set(row.id, row);
  return [...changed.values()];
}

interface WrittenRow {
  readonly id: string;
  readonly texts: readonly string[];
}

/** Reads the columns in which somebody wrote something, page by page. */
function* writtenPages(side: Side, communityId: string, table: RecordName): Generator<readonly WrittenRow[]> {
  const columns = writtenFields(table).map((field) => `"${columnName(field)}"`);
  const holds = columns.map((column) => `${column} IS NOT NULL`);
  const page = side.sqlite
    .prepare<[string, string, number], (string | null)[]>(
      `SELECT id, ${columns.join(', ')} FROM ${tableNames[table]} WHERE community_id = ? AND id > ? AND (${holds.join(' OR ')}) ORDER BY id LIMIT ?`,
    )
    .raw();
  for (let after = ''; ; ) {
    const rows = page.all(communityId, after, rowsPerStep).map(([id, ...cells]) => ({
      id: String(id),
      texts: cells.filter((cell) => cell !== null),
    }));
    yield rows;
    if (rows.length < rowsPerStep) return;
    after = rows.at(-1)?.id ?? '';
  }
}

/** A household's import key is a keyed hash over the name of its head. */
const householdsWithKeys = (
  side: Side,
  subject: ErasureSubject,
  changed: ReadonlyMap<string, StoredRow>,
): readonly StoredRow[] =>
  [...subject.householdIds].flatMap((id) => {
    const row = changed.get(id) ?? side.rows.read(subject.communityId, 'household', id);
    const hasKey = (row?.fields['importKey'] ?? null) !== null;
    return row !== undefined && hasKey ? [{ ...row, fields: { ...row.fields, importKey: null } }] : [];
  });
