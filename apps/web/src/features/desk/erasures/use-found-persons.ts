import { type FoundPersons, foundPersonsSchema } from '@lianxin/protocol';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ApiFailure, callApi } from '../../../storage/api-client.ts';

/** Is what a search for people came to; the words travel in the body, so that no address ever holds a name. */
export interface FoundPeople {
  readonly found: FoundPersons | null;
  readonly failure: ApiFailure | null;
}

/** Looks for people of a community; nothing is asked before something is typed. */
export const useFoundPersons = (community: string, search: string): FoundPeople => {
  const query = useQuery({
    queryKey: ['persons', community, search],
    enabled: search !== '',
    placeholderData: keepPreviousData,
    queryFn: () => callApi('/persons/find', foundPersonsSchema, { method: 'POST', json: { community, search } }),
  });
  if (search === '' || query.data === undefined) return { found: null, failure: null };
  return query.data.ok ? { found: query.data.value, failure: null } : { found: null, failure: query.data.error };
};
