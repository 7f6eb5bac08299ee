import type { PersonValues } from '@lianxin/domain';
import { numbersIn } from '@lianxin/domain';
import {
  type CommunityRows,
  headPhones,
  linkedRecords,
  runReading,
  type StoredRow,
  sameHuman,
  textOf,
} from '@lianxin/sync/merge';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Side } from './core.ts';
import { wordsAbout } from './words-about.ts';

/** Is a person to erase with everything that has to do with them. */
export interface ErasureSubject {
  readonly communityId: string;
  readonly person: StoredRow;
  /** Records that were merged with theirs: the same human being. */
  readonly twins: readonly StoredRow[];
  /** Their own memberships and tags, and the losing values, held work and changes about any of these. */
  readonly own: readonly StoredRow[];
  /** The ids of the person, their memberships and tags: a mutation that names one is about them. */
  readonly ownIds: ReadonlySet<string>;
  /** The ids of the records in which the person may be called by name. */
  readonly linkedIds: ReadonlySet<string>;
  readonly householdIds: ReadonlySet<string>;
  readonly values: PersonValues;
}

/** Reads whom an erasure is about; undefined for somebody whom the community does not hold. */
export const readErasureSubject = (
  side: Side,
  keyring: Keyring,
  ids: { readonly communityId: string; readonly personId: string },
): ErasureSubject | undefined => {
  const { communityId, personId } = ids;
  const rows = communityRows(side, communityId);
  const person = rows.read('person', personId);
  if (person === undefined) return undefined;
  const humanIds = runReading(sameHuman([personId]), (query) => side.rows.answer(communityId, query));
  const twins = humanIds.flatMap((id) => (id === personId ? [] : (rows.read('person', id) ?? [])));
  const records = [person, ...twins];
  const memberships = humanIds.flatMap((id) => rows.by('membership', 'personId', id));
  const tags = humanIds.flatMap((id) => rows.by('tag', 'personId', id));
  const ownIds = new Set([...humanIds, ...[...memberships, ...tags].map(({ id }) => id)]);
  const waiting = [...ownIds].flatMap((id) => [
    ...rows.by('conflict', 'rowId', id),
    ...rows.by('heldWork', 'subjectId', id),
    ...rows.by('fieldChange', 'rowId', id),
  ]);
  const held = waiting.filter(({ table }) => table === 'heldWork').map(({ fields }) => fields['args'] ?? null);
  const words = humanIds.map((id) => wordsAbout(side, { communityId, personId: id }, held));
  const told = (field: 'name' | 'phone'): readonly (string | null)[] => [
    ...records.map((record) => textOf(record, field)),
    ...waiting.flatMap((row) =>
      row.fields['field'] === field ? ['lostValue', 'before', 'after'].map((value) => textOf(row, value)) : [],
    ),
  ];
  const names = filled([...told('name'), ...words.flatMap((one) => one.names)]);
  const phones = filled([...told('phone'), ...words.flatMap((one) => one.phones), ...headPhones(rows, memberships)]);
  const numbers = filled([...records.map((one) => identityNumberOf(one, keyring)), ...phones.flatMap(numbersIn)]);
  const links = records.map((record) => linkedRecords(rows, record, memberships));
  const others = otherPeople(side, communityId, humanIds);
  return {
    communityId,
    person,
    twins,
    own: [...memberships, ...tags, ...waiting],
    ownIds,
    linkedIds: new Set([...links.flatMap(({ ids: linked }) => [...linked]), ...ownIds, ...waiting.map(({ id }) => id)]),
    householdIds: new Set(links.flatMap(({ householdIds }) => [...householdIds])),
    values: {
      names,
      numbers,
      otherNames: others.flatMap(({ name }) => (name !== null && isLonger(name, names) ? [name] : [])),
      sharedNumbers: others.flatMap(({ phone }) => (phone === null ? [] : numbersIn(phone))).filter(isIn(numbers)),
    },
  };
};

const communityRows = (side: Side, communityId: string): CommunityRows => ({
  read: (table, id) => side.rows.read(communityId, table, id),
  by: (table, field, value) => side.rows.answer(communityId, { type: 'rowsBy', table, field, value }),
});

const filled = (texts: readonly (string | null)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => (text === null || text.trim() === '' ? [] : [text.trim()]))),
];

const identityNumberOf = (person: StoredRow, keyring: Keyring): string | null => {
  const sealed = textOf(person, 'identityNumberSealed');
  return sealed === null ? null : keyring.open(sealed, person.id);
};

interface OtherPerson {
  readonly name: string | null;
  readonly phone: string | null;
}

const otherPeople = (side: Side, communityId: string, humanIds: readonly string[]): readonly OtherPerson[] =>
  side.sqlite
    .prepare<[string, string], OtherPerson>(
      'SELECT name, phone FROM persons WHERE community_id = ? AND id NOT IN (SELECT value FROM json_each(?))',
    )
    .all(communityId, JSON.stringify(humanIds));

const isLonger = (name: string, own: readonly string[]): boolean =>
  own.some((short) => name.length > short.length && name.includes(short));

const isIn =
  (list: readonly string[]) =>
  (text: string): boolean =>
    list.includes(text);
