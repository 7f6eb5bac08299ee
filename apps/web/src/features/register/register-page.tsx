import { useMemo } from 'react';
import { t } from '../../locale/messages.ts';
import { useKeptText } from '../../platform/use-kept-text.ts';
import { openHeldWork } from '../../storage/reading/held-work.ts';
import { openNeeds } from '../../storage/reading/need-list.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { gridsOfPostings } from '../../storage/reading/place.ts';
import { FoundDoors } from '../../storage/search/found-doors.tsx';
import { useDoorSearch } from '../../storage/search/use-door-search.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { GridPlaces } from './grid-places.tsx';

/** As many as a thumb scrolls through before typing another letter. */
const mostFound = 60;

/** The worker's grids with their buildings and groups, and the way to any door by a few letters. */
export const RegisterPage = () => {
  const { session } = useWorkspace();
  const register = useRegister();
  const [query, setQuery] = useKeptText();
  const found = useDoorSearch(query, mostFound);
  const grids = useMemo(
    () =>
      gridsOfPostings(
        register.view,
        session.postings.map((posting) => posting.unitId),
      ),
    [register, session],
  );
  const isEmpty = register.view.all('dwelling').length === 0 && grids.length === 0;
  return (
    <Page title={t.register.title} sub={grids.map((grid) => grid.name).join(' · ')} aside={<SyncTick />}>
      {isEmpty ? (
        <EmptyState title={t.register.empty.title}>{t.register.empty.body}</EmptyState>
      ) : (
        <SearchField
          label={t.register.searchLabel}
          placeholder={t.register.searchPlaceholder}
          value={query}
          onChange={setQuery}
          result={query === '' ? undefined : t.register.searchResult(found.total)}
        />
      )}
      {query === '' && !isEmpty && (
        <RowList>
          <Row tone="press" href={pagePaths.scan} text={t.register.scan} />
        </RowList>
      )}
      {query !== '' && (
        <FoundDoors result={found} hrefOf={({ dwellingId, householdId }) => pagePaths.door(dwellingId, householdId)} />
      )}
      {query === '' && <Waiting />}
      {query === '' && grids.map((grid) => <GridPlaces key={grid.id} grid={grid} isOnly={grids.length === 1} />)}
    </Page>
  );
};

/** What waits for the worker's word, each leading to its list. */
const Waiting = () => {
  const register = useRegister();
  const needs = useMemo(() => openNeeds(register.view).length, [register]);
  const held = useMemo(() => openHeldWork(register.view).length, [register]);
  if (needs + held === 0) return null;
  return (
    <RowList>
      {held > 0 && <Row text={t.held.waiting(held)} note={t.held.waitingNote} href={pagePaths.held} />}
      {needs > 0 && <Row text={t.needs.openCount(needs)} note={t.needs.mustTell} href={pagePaths.needs} />}
    </RowList>
  );
};
