import { useDeferredValue, useMemo } from 'react';
import { useRegister } from '../use-workspace.ts';
import { type SearchResult, searchIndexOf } from './search-index.ts';

/** Finds doors as letters are typed; the page answers the finger first and the list follows. */
export const useDoorSearch = (query: string, limit: number): SearchResult => {
  const register = useRegister();
  const deferred = useDeferredValue(query);
  return useMemo(() => {
    const index = searchIndexOf(register.view);
    index.refresh(register.revision);
    return index.find(deferred, limit);
  }, [register, deferred, limit]);
};
