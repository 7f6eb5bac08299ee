import { useEffect } from 'react';

/** Brings the first problem of a page into view after each try to save, because what is wrong may stand far above the button. */
export const useShowProblem = (tries: number): void => {
  useEffect(() => {
    if (tries > 0) document.querySelector('main [role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [tries]);
};
