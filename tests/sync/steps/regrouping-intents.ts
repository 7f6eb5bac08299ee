import { newHousehold, newPerson } from '@lianxin/testkit';
import { choose, type Hand, type Maker, quiet, textOf } from './hand.ts';

const another = (hand: Hand): Hand => ({ ...hand, pick: Math.floor(hand.pick / 3) + 3 });

const membersOf = ({ phone }: Hand, field: 'householdId' | 'personId', id: string) =>
  phone.view
    .rowsBy('membership', field, id)
    .filter((row) => row.fields.toOn === null)
    .map((row) => row.id)
    .sort();

/** Makes what puts households and people together, takes them apart, and takes that back. */
export const regroupingMakers = {
  splitHousehold: (hand) => {
    const household = choose(hand, 'household');
    const door = choose(another(hand), 'dwelling');
    if (household === undefined || door === undefined) return null;
    const membershipIds = membersOf(hand, 'householdId', household.id).slice(0, 1 + (hand.pick % 2));
    if (membershipIds.length === 0) return null;
    const made = newHousehold(hand.newId(), { dwellingId: door.id });
    return quiet({
      name: 'household.split',
      args: { regroupingId: hand.newId(), householdId: household.id, household: made, membershipIds },
    });
  },
  mergeHouseholds: (hand) => {
    const [from, into] = [choose(hand, 'household'), choose(another(hand), 'household')];
    if (from === undefined || into === undefined) return null;
    const args = { regroupingId: hand.newId(), fromId: from.id, intoId: into.id, toOn: '2026-03-02' };
    return quiet({ name: 'household.merge', args });
  },
  splitPerson: (hand) => {
    const person = choose(hand, 'person');
    if (person === undefined) return null;
    const membershipIds = membersOf(hand, 'personId', person.id).slice(0, hand.pick % 3);
    const args = { regroupingId: hand.newId(), personId: person.id, membershipIds, tagIds: [] };
    return quiet({ name: 'person.split', args: { ...args, person: newPerson(hand.newId(), { phone: null }) } });
  },
  mergePersons: (hand) => {
    const [from, into] = [choose(hand, 'person'), choose(another(hand), 'person')];
    if (from === undefined || into === undefined) return null;
    return quiet({ name: 'person.merge', args: { regroupingId: hand.newId(), fromId: from.id, intoId: into.id } });
  },
  undoRegrouping: (hand) => {
    const row = choose(hand, 'regrouping', (one) => textOf(one, 'undoneByName') === null);
    return row === undefined ? null : quiet({ name: 'regrouping.undo', args: { regroupingId: row.id } });
  },
} as const satisfies Readonly<Record<string, Maker>>;
