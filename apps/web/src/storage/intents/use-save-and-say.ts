import type { Intent } from '@lianxin/sync/client';
import { useCallback } from 'react';
import { showToast, type Toast } from '../../ui/toast.ts';
import { useSave } from '../use-workspace.ts';
import { notSavedToast } from './not-saved.ts';

/** Saves intents and says so only once they are durable; false when they are not, with the reason said instead. */
export type SaveAndSay = (intents: readonly Intent[], toast: Toast) => Promise<boolean>;

/** Hands out the one way in which pages of the register save. */
export const useSaveAndSay = (): SaveAndSay => {
  const save = useSave();
  return useCallback(
    async (intents, toast) => {
      const result = await save(...intents);
      if (result.type === 'saved') {
        showToast(toast);
        return true;
      }
      showToast(notSavedToast(result));
      return false;
    },
    [save],
  );
};
