import { useDeferredValue, useMemo } from 'react';
import { useRegister } from '../use-workspace.ts';
import { type SearchResult, searchIndexOf } from './search-index.ts';

const nothing: SearchResult = { total: 0, hits: [] };

/** Finds doors as letters are typed; the page answers the finger first and the list follows. */
export const useDoorSearch = (query: string, limit: number): SearchResult => {
  const register = useRegister();
  const deferred = useDeferredValue(query);
  return useMemo(() => {
    // The index is first filled when somebody looks for something, not whenever the page is opened.
    if (deferred === '') return nothing;
    const index = searchIndexOf(register.view);
    index.refresh(register.revision);
    return index.find(deferred, limit);
  }, [register, deferred, limit]);
};
