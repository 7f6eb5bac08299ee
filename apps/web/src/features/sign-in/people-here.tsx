import { useEffect, useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { switchPerson } from '../../storage/switch-person.ts';
import { type PersonHere, readPeopleHere } from '../../storage/unsent-work.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';

/** Lets those who have records on this phone, and have not signed out, go back to them with their PIN, also without a network. */
export const PeopleHere = () => {
  const words = tLock.people;
  const [people, setPeople] = useState<readonly PersonHere[]>([]);
  useEffect(() => {
    let isGone = false;
    void readPeopleHere().then((found) => {
      if (!isGone) setPeople(found.filter(({ session }) => session !== null));
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (people.length === 0) return null;
  return (
    <Section title={words.here}>
      <RowList>
        {people.map((person) => (
          <Row key={person.id} text={person.name} note={words.withPin} onClick={() => switchPerson(person)} />
        ))}
      </RowList>
    </Section>
  );
};
