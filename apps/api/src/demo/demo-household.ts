import { type CadencePerson, civilDateAt, dayMs, effectiveCadences, matchedCadences } from '@lianxin/domain';
import { type StoredRow, textOf } from '@lianxin/sync/merge';
import { type DemoPerson, inventPerson, inventSurname } from './demo-people.ts';
import type { DemoAuthor, DemoWriter } from './demo-writer.ts';

/** Is an invented household with its head. */
export interface DemoHousehold {
  readonly household: StoredRow;
  readonly dwelling: StoredRow;
  readonly head: StoredRow;
  /** How often the presets have it visited. */
  readonly everyDays: number;
}

interface Member {
  readonly person: DemoPerson;
  readonly relation: string;
  readonly tags: readonly string[];
}

/** Invents a household behind a door: old people alone, couples with children, tenants. */
export const inventHousehold = (writer: DemoWriter, dwelling: StoredRow, author: DemoAuthor): DemoHousehold => {
  const { random } = writer;
  const { buckets } = dwelling;
  const isRented = dwelling.fields['use'] === 'rented';
  const members = inventMembers(writer, isRented);
  const fields = {
    householdNo: null,
    phone: members[0]?.person.phone ?? null,
    fromOn: civilDateAt(author.at - (300 + random.below(9_000)) * dayMs),
    verification: 'checked',
    note: random.isLucky(0.06) ? '白天多半不在家,傍晚来' : null,
  };
  const household = writer.add('household', { buckets, fields, server: { dwellingId: dwelling.id } }, author);
  const rows = members.map((member) => addMember(writer, { household, member, isRented }, author));
  const people = members.map(({ person, tags }): CadencePerson => ({ birthOn: person.birthOn, tags: tags.map(toTag) }));
  const [strictest] = matchedCadences(effectiveCadences([]), people, civilDateAt(author.at));
  return { household, dwelling, head: rows[0] ?? household, everyDays: strictest?.cadence.everyDays ?? 90 };
};

const toTag = (kind: string): CadencePerson['tags'][number] => ({ kind, fromOn: null });

const addMember = (
  writer: DemoWriter,
  about: { readonly household: StoredRow; readonly member: Member; readonly isRented: boolean },
  author: DemoAuthor,
): StoredRow => {
  const { buckets } = about.household;
  const { person, relation, tags } = about.member;
  const hasNumber = writer.random.isLucky(0.93);
  const row = writer.add(
    'person',
    {
      buckets,
      fields: {
        name: person.name,
        sex: person.sex,
        birthOn: person.birthOn,
        phone: Number(person.birthOn.slice(0, 4)) < 2012 ? person.phone : null,
        populationKind: about.isRented ? 'floating' : 'registered',
        verification: 'checked',
      },
      server: {
        identityNumberState: hasNumber ? 'registered' : 'none',
        identityNumberSealed: hasNumber ? person.identityNumber : null,
      },
    },
    author,
  );
  const membership = {
    personId: row.id,
    householdId: about.household.id,
    kind: about.isRented ? 'presentUnregistered' : 'resident',
    relationToHead: relation,
    livesWhereRegistered: !about.isRented,
    fromOn: textOf(about.household, 'fromOn'),
  };
  writer.add('membership', { buckets, fields: membership }, author);
  for (const kind of tags) {
    writer.add(
      'tag',
      { buckets, fields: { personId: row.id, kind, source: '入户核实', fromOn: civilDateAt(author.at) } },
      author,
    );
  }
  return row;
};

const inventMembers = (writer: DemoWriter, isRented: boolean): readonly Member[] => {
  const { random } = writer;
  const surname = inventSurname(random);
  const one = (
    relation: string,
    birthYear: number,
    more: { readonly sex?: '1' | '2'; readonly tags?: readonly string[]; readonly isFamily?: boolean } = {},
  ): Member => {
    const sex = more.sex ?? (random.isLucky(0.5) ? '1' : '2');
    const person = inventPerson(random, { sex, birthYear, ...(more.isFamily ? { surname } : {}) });
    return { person, relation, tags: more.tags ?? [] };
  };
  if (isRented)
    return [
      one('02', 1985 + random.below(18), { tags: ['floating'] }),
      ...(random.isLucky(0.5) ? [one('10', 1986 + random.below(17))] : []),
    ];
  if (random.isLucky(0.16)) {
    const aid = random.isLucky(0.3) ? ['minimumAllowance'] : [];
    return [one('02', 1934 + random.below(16), { tags: ['livesAlone', 'elderly', ...aid] })];
  }
  if (random.isLucky(0.18)) {
    return [
      one('02', 1942 + random.below(12), { sex: '1', tags: ['emptyNest'] }),
      one('12', 1944 + random.below(12), { sex: '2', tags: random.isLucky(0.2) ? ['disabled'] : [] }),
    ];
  }
  const born = 1968 + random.below(24);
  const couple = [
    one('02', born, { sex: '1', isFamily: true, tags: random.isLucky(0.12) ? ['partyMember'] : [] }),
    one('12', born + random.below(4), { sex: '2' }),
  ];
  const isSon = random.isLucky(0.5);
  const child = random.isLucky(0.75)
    ? [one(isSon ? '20' : '30', born + 26, { sex: isSon ? '1' : '2', isFamily: true })]
    : [];
  const parent = random.isLucky(0.25) ? [one('52', born - 26, { sex: '2', tags: ['elderly'] })] : [];
  return [...couple, ...child, ...parent];
};
