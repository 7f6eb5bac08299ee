import type { RecordName } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import type { Space } from '@lianxin/testkit';

/** Rows of the left type lie exactly where the row lies that they name. */
const follows: readonly (readonly [RecordName, string, RecordName])[] = [
  ['household', 'dwellingId', 'dwelling'],
  ['membership', 'householdId', 'household'],
  ['tag', 'personId', 'person'],
  ['wish', 'needId', 'need'],
  ['answerSheet', 'visitId', 'visit'],
  ['householdCode', 'householdId', 'household'],
];

/** What is written about a household lies with it, also when it has another door by now; without one it lies with its door. */
const writtenAbout: ReadonlySet<RecordName> = new Set(['visit', 'need', 'photo']);

/** Finds a row that does not lie with what it belongs to: left behind in another grid, people would see it who have no business with it. */
export const misplacedRow = ({ rows }: Readonly<Space>): string | null => {
  const live = [...rows.values()].filter((row) => !row.deleted);
  const subjects = subjectsOfHeld(live);
  const bucketsOf = (table: unknown, id: unknown): readonly string[] => rows.get(`${table}/${id}`)?.buckets ?? [];
  const expected = (row: StoredRow): readonly string[] | null => {
    const rule = follows.find(([table]) => table === row.table);
    if (rule !== undefined) return bucketsOf(rule[2], row.fields[rule[1]]);
    if (writtenAbout.has(row.table)) {
      const { householdId, dwellingId } = row.fields;
      return householdId ? bucketsOf('household', householdId) : bucketsOf('dwelling', dwellingId);
    }
    if (row.table === 'regrouping') {
      const table =
        String(row.fields.kind).includes('ersons') || row.fields.kind === 'splitPerson' ? 'person' : 'household';
      return [...new Set([row.fields.fromId, row.fields.intoId].flatMap((id) => bucketsOf(table, id)))];
    }
    if (row.table === 'conflict' || row.table === 'fieldChange') return bucketsOf(row.fields.table, row.fields.rowId);
    if (row.table !== 'person') return null;
    const human = sameHuman(live, String(row.id));
    const homes = live.filter((other) => other.table === 'membership' && human.has(String(other.fields.personId)));
    // Whoever was taken out of a mixed record without a household stays where that record was.
    if (homes.length === 0) return null;
    return [...new Set(homes.flatMap((home) => home.buckets))];
  };
  for (const row of live) {
    const wanted = expected(row);
    if (wanted !== null && [...wanted].sort().join(' ') !== [...row.buckets].sort().join(' '))
      return `${row.table} ${row.id} lies in ${row.buckets.join(' ')} and belongs to ${wanted.join(' ')}`;
    const asked =
      row.table === 'heldWork' && row.fields.state === 'open' ? subjects.get(String(row.fields.subjectId)) : undefined;
    if (asked !== undefined && !asked.buckets.some((bucket) => row.buckets.includes(bucket)))
      return `heldWork ${row.id} lies in ${row.buckets.join(' ')} and its ${asked.table} in ${asked.buckets.join(' ')}`;
    const need = row.table === 'help' && row.fields.needId !== null ? bucketsOf('need', row.fields.needId) : [];
    const away = need.find((bucket) => !row.buckets.includes(bucket));
    if (away !== undefined) return `help ${row.id} does not lie in ${away} with its need`;
  }
  return null;
};

/** Work that waits lies at least where its subject lies; what is about a merged record is for those who have the kept one. */
const subjectsOfHeld = (live: readonly StoredRow[]): ReadonlyMap<string, StoredRow> => {
  const isMerge = ({ table, fields }: StoredRow): boolean =>
    table === 'regrouping' && String(fields.kind).startsWith('merge') && fields.undoneAt === null;
  const merged = new Set(live.filter(isMerge).map(({ fields }) => fields.fromId));
  const isOfGrid = ({ id, buckets }: StoredRow): boolean =>
    !merged.has(id) && buckets.some((one) => one.startsWith('grid:'));
  return new Map(live.filter(isOfGrid).map((row) => [row.id, row]));
};

/** Records that were merged and not taken apart again are one human being. */
const sameHuman = (live: readonly StoredRow[], id: string): ReadonlySet<string> => {
  const merges = live.filter(({ table, fields }) => table === 'regrouping' && fields.kind === 'mergePersons');
  const found = new Set([id]);
  for (const one of found) {
    for (const { fields } of merges) {
      const pair = [String(fields.fromId), String(fields.intoId)];
      if (fields.undoneAt === null && pair.includes(one)) for (const other of pair) found.add(other);
    }
  }
  return found;
};
