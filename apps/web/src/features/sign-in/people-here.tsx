import { tLock } from '../../locale/lock-messages.ts';
import { switchPerson } from '../../storage/switch-person.ts';
import { usePeopleHere } from '../../storage/use-people-here.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';

/** Lets those who have records on this phone, and have not signed out, go back to them with their PIN, also without a network. */
export const PeopleHere = () => {
  const words = tLock.people;
  const people = usePeopleHere().filter(({ session }) => session !== null);
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
