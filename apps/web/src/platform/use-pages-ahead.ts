import { useEffect } from 'react';
import { type AppRoute, fetchPage } from './app-route.ts';

/** The first page is drawn and read before anything else is fetched. */
const startMs = 3_000;
const pauseMs = 100;

/** Fetches the other pages one by one while nobody is waiting, so that each is there the moment it is turned to. */
export const usePagesAhead = (routes: readonly AppRoute[]): void => {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const fetchFrom = (at: number): void => {
      const route = routes[at];
      if (route === undefined) return;
      void fetchPage(route);
      timer = setTimeout(() => fetchFrom(at + 1), pauseMs);
    };
    timer = setTimeout(() => fetchFrom(0), startMs);
    return () => clearTimeout(timer);
  }, [routes]);
};
