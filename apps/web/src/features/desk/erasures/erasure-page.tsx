import type { FoundPerson } from '@lianxin/protocol';
import { useEffect, useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PickField } from '../../../ui/pick-field.tsx';
import { PickSearch } from '../../../ui/pick-search.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table } from '../../../ui/table.tsx';
import { CommunityScope, type CommunityScopeValue } from '../community-scope.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useFilters } from '../use-filters.ts';
import { EraseSheet } from './erase-sheet.tsx';
import { personColumns } from './person-columns.tsx';
import { useFoundPersons } from './use-found-persons.ts';

const searchAfterMs = 250;

/** Finds a person and erases every value of theirs. */
export const ErasurePage = () => (
  <DeskPage title={tDesk.erasures.title}>
    <CommunityScope>{(scope) => <FindPerson key={scope.community.id} scope={scope} />}</CommunityScope>
  </DeskPage>
);

const FindPerson = ({ scope }: { readonly scope: CommunityScopeValue }) => {
  const words = tDesk.erasures;
  const { set } = useFilters();
  const community = scope.community.id;
  const [typed, setTyped] = useState('');
  const search = usePause(typed.trim());
  const [chosen, setChosen] = useState<FoundPerson | null>(null);
  const { found, failure } = useFoundPersons(community, search);
  return (
    <>
      <FilterBar label={tDesk.desk.filters}>
        <PickField
          label={tDesk.desk.community}
          options={scope.communities.map((unit) => ({ value: unit.id, label: unit.name }))}
          value={community}
          onChange={(next) => set({ community: next })}
        />
        <PickSearch
          label={words.search}
          placeholder={words.searchHint}
          value={typed}
          onChange={setTyped}
          result={found === null ? undefined : words.found(found.total)}
        />
      </FilterBar>
      <Sub>{words.about}</Sub>
      <FailureNote failure={failure} />
      {search === '' && <EmptyState title={words.start.title}>{words.start.body}</EmptyState>}
      {found !== null && (
        <Table
          caption={words.caption}
          columns={personColumns(systemClock.now(), setChosen)}
          rows={found.persons}
          rowKey={({ personId }) => personId}
          selectedKey={chosen?.personId ?? null}
          empty={<EmptyState title={words.nothing.title}>{words.nothing.body}</EmptyState>}
        />
      )}
      {found !== null && found.total > found.persons.length && <Sub>{words.more(found.persons.length)}</Sub>}
      {chosen !== null && <EraseSheet person={chosen} community={community} onClose={() => setChosen(null)} />}
    </>
  );
};

/** Waits for a pause in the typing, so that the server is not asked with every stroke of an input method. */
const usePause = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), searchAfterMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
