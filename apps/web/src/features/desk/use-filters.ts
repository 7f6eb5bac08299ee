import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

export interface Filters {
  readonly of: (name: string) => string | null;
  /** Sets or, with null, clears filters in the address. `replace` leaves no step for the back button. */
  readonly set: (changes: Readonly<Record<string, string | null>>, replace?: boolean) => void;
  /** Writes the address of the same page with other filters. */
  readonly hrefWith: (changes: Readonly<Record<string, string | null>>) => string;
}

const changed = (params: URLSearchParams, changes: Readonly<Record<string, string | null>>): URLSearchParams => {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
};

/** Keeps what a page shows in its address, so that a view can be sent as a link. */
export const useFilters = (): Filters => {
  const [params, setParams] = useSearchParams();
  const set = useCallback<Filters['set']>(
    (changes, replace = false) => setParams((former) => changed(former, changes), { replace }),
    [setParams],
  );
  return { of: (name) => params.get(name), set, hrefWith: (changes) => `?${changed(params, changes)}` };
};
