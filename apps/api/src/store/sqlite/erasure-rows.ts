import { isSameJson, type RecordName, recordNames, type TextEraser } from '@lianxin/domain';
import { emptiedPerson, erasedArgs, type StoredRow } from '@lianxin/sync/merge';
import type { Side } from './core.ts';
import { eraseFromRow, writtenFields } from './erased-texts.ts';
import type { ErasureSubject } from './erasure-subject.ts';
import { columnName, tableNames } from './schema/record-table.ts';

/** Empties the person and what is theirs alone: free texts go, losing values and held work too, and nobody is asked about them any more. */
export const emptyOwnRows = ({ person, own }: ErasureSubject, at: number): readonly StoredRow[] => [
  emptiedPerson(person, at),
  ...own.filter(holdsWords).map((row) => ({ ...row, fields: { ...row.fields, ...emptiedFields(row, at) } })),
];

/** Says whether a row of the person's own still holds anything that somebody wrote about them. */
export const holdsWords = ({ table, fields }: StoredRow): boolean => {
  const words = { membership: fields['relationText'], tag: fields['source'], conflict: fields['lostValue'] };
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
  const own = new Set([subject.person.id, ...subject.own.map(({ id }) => id)]);
  const changed = new Map<string, StoredRow>();
  for (const table of searchedTables) {
    for (const ids of idsOfWritten(side, subject.communityId, table)) {
      for (const id of ids.filter((candidate) => !own.has(candidate))) {
        const row = side.rows.read(subject.communityId, table, id);
        const erase = subject.linkedIds.has(id) ? eraser.all : eraser.numbers;
        const fields = row && eraseFromRow(row, erase);
        if (row && fields) changed.set(row.id, { ...row, fields: { ...row.fields, ...fields } });
      }
      yield;
    }
  }
  for (const row of householdsWithKeys(side, subject, changed)) changed.set(row.id, row);
  return [...changed.values()];
}

/** Lists the ids of rows in which somebody wrote something, page by page. */
function* idsOfWritten(side: Side, communityId: string, table: RecordName): Generator<readonly string[]> {
  const holds = writtenFields(table).map((field) => `"${columnName(field)}" IS NOT NULL`);
  const page = side.sqlite
    .prepare<[string, string, number], string>(
      `SELECT id FROM ${tableNames[table]} WHERE community_id = ? AND id > ? AND (${holds.join(' OR ')}) ORDER BY id LIMIT ?`,
    )
    .pluck();
  for (let after = ''; ; ) {
    const ids = page.all(communityId, after, rowsPerStep);
    yield ids;
    if (ids.length < rowsPerStep) return;
    after = ids.at(-1) ?? '';
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
