import { useParams, useSearchParams } from 'wouter';
import { householdsOfDoor } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { NoVisitPage } from './no-visit-page.tsx';
import { VisitForm } from './visit-form.tsx';

/** Writes down a visit at the door that the address names. */
export const VisitFormPage = () => {
  const { dwellingId = '' } = useParams();
  const [search] = useSearchParams();
  const { view } = useRegister();
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  if (dwelling === undefined) return <NoVisitPage />;
  const households = householdsOfDoor(view, dwellingId);
  const asked = search.get('household');
  const only = households.length === 1 ? households[0] : undefined;
  const chosen = households.find(({ id }) => id === asked) ?? only;
  const householdId = chosen?.id ?? null;
  // Whoever came from the day's list goes on with it.
  const home = search.get('from') === 'today' ? pagePaths.today : pagePaths.door(dwelling.id, householdId);
  return <VisitForm dwelling={dwelling} households={households} householdId={householdId} home={home} />;
};
