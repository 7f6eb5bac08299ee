import { useEffect } from 'react';
import { type AppRoute, fetchPage } from './app-route.ts';
import { useUpdateState } from './app-update.ts';

/** The first page is drawn and read before anything else is fetched. */
const startMs = 3_000;
const pauseMs = 100;

/** Fetches the other pages one by one, so that each is there the moment it is turned to; from this device, once the service worker has them, and never over a network that records wait for. */
export const usePagesAhead = (routes: readonly AppRoute[]): void => {
  const update = useUpdateState();
  useEffect(() => {
    // A service worker that is still asked for pages does not make way for a newer one.
    if (update !== 'none') return;
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const fetchFrom = (at: number): void => {
      const route = routes[at];
      if (route === undefined || isGone) return;
      void fetchPage(route);
      timer = setTimeout(() => fetchFrom(at + 1), pauseMs);
    };
    void navigator.serviceWorker?.ready.then(() => {
      if (!isGone) timer = setTimeout(() => fetchFrom(0), startMs);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [routes, update]);
};
