import { useMemo, useState } from 'react';
import { tChanges } from '../../locale/change-messages.ts';
import { t } from '../../locale/messages.ts';
import { householdsOfDoor, type Member, membersOf } from '../../storage/reading/household.ts';
import { homeWords } from '../../storage/reading/regroupings.ts';
import { sameNamed } from '../../storage/reading/same-name.ts';
import type { SearchHit } from '../../storage/search/search-index.ts';
import { useDoorSearch } from '../../storage/search/use-door-search.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Sub } from '../../ui/sub.tsx';
import { ageAndSex, personName } from './person-words.ts';
import { useToday } from './use-today.ts';

export interface PickPersonProps {
  readonly person: Member['person'];
  readonly onPick: (personId: string) => void;
}

/** Doors hold several people; more doors than a thumb scrolls through are not asked for. */
const mostDoors = 20;

const words = tChanges.mergePerson;

/** Finds another entry of a person: first those of the same name, then by search. Every name comes with its year and address. */
export const PickPerson = ({ person, onPick }: PickPersonProps) => {
  const { view } = useRegister();
  const today = useToday();
  const [query, setQuery] = useState('');
  const found = useDoorSearch(query, mostDoors);
  const likely = useMemo(() => sameNamed(view, person), [view, person]);
  const peopleOf = ({ dwellingId, householdId, personId }: SearchHit): readonly Member['person'][] => {
    const households = householdId === null ? householdsOfDoor(view, dwellingId).map(({ id }) => id) : [householdId];
    const people = households.flatMap((id) => membersOf(view, id).current.map((member) => member.person));
    return personId === null ? people : people.filter(({ id }) => id === personId);
  };
  const searched = query === '' ? [] : found.hits.flatMap(peopleOf);
  const rowsOf = (people: readonly Member['person'][]) =>
    [...new Map(people.map((one) => [one.id, one])).values()]
      .filter(({ id, erasedAt }) => id !== person.id && erasedAt === null)
      .map((one) => (
        <Row
          key={one.id}
          text={`${personName({ person: one })} ${ageAndSex({ person: one }, today)}`}
          note={homeWords(view, one.id)}
          onClick={() => onPick(one.id)}
        />
      ));
  return (
    <>
      <Sub padded>{words.note}</Sub>
      {likely.length > 0 && (
        <Section title={words.likely}>
          <RowList>{rowsOf(likely)}</RowList>
        </Section>
      )}
      <SearchField
        label={words.searchLabel}
        placeholder={t.register.searchPlaceholder}
        value={query}
        onChange={setQuery}
      />
      <RowList>{rowsOf(searched)}</RowList>
    </>
  );
};
