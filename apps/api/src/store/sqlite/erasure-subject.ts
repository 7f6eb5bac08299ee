import type { PersonValues } from '@lianxin/domain';
import { numbersIn } from '@lianxin/domain';
import { type CommunityRows, headPhones, linkedRecords, type StoredRow, textOf } from '@lianxin/sync/merge';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Side } from './core.ts';
import { wordsAbout } from './words-about.ts';

/** Is a person to erase with everything that has to do with them. */
export interface ErasureSubject {
  readonly communityId: string;
  readonly person: StoredRow;
  /** Their own memberships and tags, and the losing values and held work about any of these. */
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
  const memberships = rows.by('membership', 'personId', personId);
  const tags = rows.by('tag', 'personId', personId);
  const ownIds = new Set([personId, ...[...memberships, ...tags].map(({ id }) => id)]);
  const waiting = [...ownIds].flatMap((id) => [
    ...rows.by('conflict', 'rowId', id),
    ...rows.by('heldWork', 'subjectId', id),
  ]);
  const held = waiting.filter(({ table }) => table === 'heldWork').map(({ fields }) => fields['args'] ?? null);
  const words = wordsAbout(side, ids, held);
  const lost = (field: string): readonly string[] =>
    waiting.flatMap((row) => (row.fields['field'] === field ? (textOf(row, 'lostValue') ?? []) : []));
  const names = filled([textOf(person, 'name'), ...words.names, ...lost('name')]);
  const phones = filled([textOf(person, 'phone'), ...words.phones, ...lost('phone'), ...headPhones(rows, memberships)]);
  const numbers = filled([identityNumberOf(person, keyring), ...phones.flatMap(numbersIn)]);
  const links = linkedRecords(rows, person, memberships);
  const others = otherPeople(side, ids);
  return {
    communityId,
    person,
    own: [...memberships, ...tags, ...waiting],
    ownIds,
    linkedIds: new Set([...links.ids, ...ownIds, ...waiting.map(({ id }) => id)]),
    householdIds: links.householdIds,
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

const otherPeople = (
  side: Side,
  { communityId, personId }: { readonly communityId: string; readonly personId: string },
): readonly OtherPerson[] =>
  side.sqlite
    .prepare<[string, string], OtherPerson>('SELECT name, phone FROM persons WHERE community_id = ? AND id <> ?')
    .all(communityId, personId);

const isLonger = (name: string, own: readonly string[]): boolean =>
  own.some((short) => name.length > short.length && name.includes(short));

const isIn =
  (list: readonly string[]) =>
  (text: string): boolean =>
    list.includes(text);
