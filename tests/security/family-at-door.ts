import { randomUUID } from 'node:crypto';
import { newDwelling, newHousehold, newMembership, newPerson } from '@lianxin/testkit';

/** Builds what a worker saves who finds somebody at a door that nobody knew: the door, a household and a person in it. */
export const familyAtDoor = (
  unitId: string,
  doorLabel: string,
  person: Parameters<typeof newPerson>[1],
  personId: string = randomUUID(),
) => {
  const [dwellingId, householdId] = [randomUUID(), randomUUID()];
  return [
    { name: 'dwelling.add', args: { dwelling: newDwelling(dwellingId, { unitId, doorLabel }) } },
    { name: 'household.add', args: { household: newHousehold(householdId, { dwellingId }) } },
    {
      name: 'member.add',
      args: {
        person: newPerson(personId, person),
        membership: newMembership(randomUUID(), { personId, householdId }),
      },
    },
  ];
};
