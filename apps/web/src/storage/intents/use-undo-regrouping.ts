import { tChanges } from '../../locale/change-messages.ts';
import { useSaveAndSay } from './use-save-and-say.ts';

/** Hands out the one way in which a merge or split is taken back. */
export const useUndoRegrouping = (): ((regroupingId: string) => void) => {
  const saveAndSay = useSaveAndSay();
  return (regroupingId) => {
    void saveAndSay([{ name: 'regrouping.undo', args: { regroupingId } }], { text: tChanges.undone });
  };
};
