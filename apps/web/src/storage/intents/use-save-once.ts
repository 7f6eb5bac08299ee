import { useMemo } from 'react';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { type SaveAndSay, useSaveAndSay } from './use-save-and-say.ts';

/** Saves one thing at a time, for pages on which a second press would make a second of what there may be one of; it answers false. */
export const useSaveOnce = (): SaveAndSay => {
  const saveAndSay = useSaveAndSay();
  return useMemo(() => onceAtATime(saveAndSay), [saveAndSay]);
};
