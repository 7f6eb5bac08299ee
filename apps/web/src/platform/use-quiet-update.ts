import { useEffect } from 'react';
import { acceptUpdate, useUpdateState } from './app-update.ts';
import { reloadPage } from './page-hiding.ts';

const typedInto = 'input:not([type="checkbox"], [type="radio"], [type="hidden"]), textarea';

/** Tells whether a reload would take away a letter that somebody typed. */
const isAnythingTyped = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(typedInto)].some(({ value }) => value !== '');

/**
 * Goes over to a new version by itself where nothing is dirty: on a locked or signed-out page, with nothing typed there
 * and nothing unfinished in any other window. Everywhere else a tap decides.
 */
export const useQuietUpdate = (): void => {
  const state = useUpdateState();
  useEffect(() => {
    if (state === 'none') return;
    const tryIt = (): void => {
      if (isAnythingTyped()) return;
      void (state === 'waiting' ? acceptUpdate() : reloadPage());
    };
    tryIt();
    // Whoever was typing may have left it.
    document.addEventListener('visibilitychange', tryIt);
    return () => document.removeEventListener('visibilitychange', tryIt);
  }, [state]);
};
