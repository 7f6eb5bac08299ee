import { tLock } from '../../locale/lock-messages.ts';
import { switchPerson } from '../../storage/switch-person.ts';
import { usePeopleHere } from '../../storage/use-people-here.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';

export interface PeoplePageProps {
  readonly accountId: string;
  readonly onBack: () => void;
}

/** Lets people who share a phone say who they are. Each has records and a PIN of their own. */
export const PeoplePage = ({ accountId, onBack }: PeoplePageProps) => {
  const words = tLock.people;
  const people = usePeopleHere().filter(({ id }) => id !== accountId);
  return (
    <Page title={words.title} sub={words.sub}>
      <RowList>
        {people.map((person) => (
          <Row
            key={person.id}
            text={person.name}
            note={person.unsent > 0 ? words.unsent(person.unsent) : words.settled}
            onClick={() => switchPerson(person)}
          />
        ))}
        <Row text={words.other} onClick={() => switchPerson({ session: null })} />
      </RowList>
      <PageActions>
        <Button variant="slim" onClick={onBack}>
          {words.back}
        </Button>
      </PageActions>
    </Page>
  );
};
