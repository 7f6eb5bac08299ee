import type { RowView } from '@lianxin/sync/client';
import { householdsOfDoor, membersOf } from '../reading/household.ts';
import { type Place, placeOfUnit } from '../reading/place.ts';
import { readRecord } from '../reading/read-record.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/** Somebody who can be looked for behind a door; a household's own phone stands without a name. */
export interface SearchPerson {
  readonly householdId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly initials: readonly string[];
  readonly digits: string;
}

/** A door as it is searched: everything prepared, so that a letter typed costs only comparisons. */
export interface SearchDoor {
  readonly dwellingId: string;
  readonly doorLabel: string;
  /** The address in one piece, without blanks: 3号楼2单元501. */
  readonly address: string;
  /** The numbers of the address in order: 3, 2, 501. */
  readonly numbers: readonly string[];
  readonly people: readonly SearchPerson[];
}

/** Writes a text as it is compared: full-width signs made narrow, lower case, no blanks. */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** Takes the numbers out of a text in order, without leading zeros. */
export const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));

const digitsOf = (phone: string | null): string => (phone ?? '').normalize('NFKC').replace(/\D/g, '');

const addressOf = ({ building, entrance }: Place, door: { doorLabel: string; landmark: string | null }): string =>
  comparable([building?.estate, building?.name, entrance?.name, door.doorLabel, door.landmark].join(' '));

const peopleOf = (view: RowView, dwellingId: string): readonly SearchPerson[] =>
  householdsOfDoor(view, dwellingId).flatMap(({ id: householdId, phone }) => {
    const own = { householdId, personId: null, name: '', initials: [], digits: digitsOf(phone) };
    const members = membersOf(view, householdId).current.map(({ person }) => ({
      householdId,
      personId: person.id,
      name: comparable(person.name ?? ''),
      initials: pinyinInitials(person.name ?? ''),
      digits: digitsOf(person.phone),
    }));
    return [own, ...members];
  });

/** Prepares a door for searching; undefined when it is not there. */
export const toSearchDoor = (view: RowView, dwellingId: string): SearchDoor | undefined => {
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  if (dwelling === undefined) return undefined;
  const place = placeOfUnit(view, dwelling.unitId);
  const { building, entrance } = place;
  return {
    dwellingId,
    doorLabel: comparable(dwelling.doorLabel),
    address: addressOf(place, dwelling),
    numbers: numbersIn(comparable([building?.name, entrance?.name, dwelling.doorLabel].join(' '))),
    people: peopleOf(view, dwellingId),
  };
};
