import { QueryClient } from '@tanstack/react-query';

/**
 * Creates the cache of the desk's answers. `always`: a page asks even where the browser thinks it is offline, because
 * the server may stand in the same house; a lost network then fails at once and in words, instead of waiting for ever.
 */
export const createAnswerCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 5_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
