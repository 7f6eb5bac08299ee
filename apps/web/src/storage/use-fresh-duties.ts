import { useEffect, useRef } from 'react';
import { refreshSession } from './refresh-session.ts';
import { useRegister } from './use-workspace.ts';

/** Asks anew who one is and what for when the server grants other buckets than before: a duty has begun or ended while the app was open. */
export const useFreshDuties = (): void => {
  const { state } = useRegister();
  const granted = Object.keys(state.meta.have).sort().join(' ');
  const known = useRef(granted);
  useEffect(() => {
    if (known.current === granted) return;
    known.current = granted;
    void refreshSession();
  }, [granted]);
};
