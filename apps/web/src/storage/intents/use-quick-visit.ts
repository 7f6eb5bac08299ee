import { visitOutcome } from '@lianxin/domain';
import { useCallback } from 'react';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { useWorkspace } from '../use-workspace.ts';
import { useSaveAndSay } from './use-save-and-say.ts';
import { logVisit, type MadeVisit, photosOfVisit, voidVisit } from './visit-intents.ts';

/** A visit as one tap tells it, with the door's label for the toast. */
export type QuickVisit = MadeVisit & { readonly doorLabel: string };

/** Logs a visit with one tap; the toast says it once it is durable and takes it back while it is shown. */
export const useQuickVisit = (): ((quick: QuickVisit) => Promise<boolean>) => {
  const saveAndSay = useSaveAndSay();
  const { register } = useWorkspace();
  return useCallback(
    ({ doorLabel, ...made }) => {
      const id = newId();
      const ids = [id];
      const intent = logVisit(made, () => ids.shift() ?? newId());
      const undo = (): void => {
        const logged = { ...made, id, visitedAt: null, note: null, unchanged: null };
        const why = { reason: t.visit.undoReason, photos: photosOfVisit(register.view, id) };
        void saveAndSay(voidVisit(logged, why, newId), { text: t.visit.undone(doorLabel) });
      };
      return saveAndSay([intent], {
        text: t.visit.saved(doorLabel, codeLabel(visitOutcome, made.outcome)),
        action: { label: t.visit.undo, onPress: undo },
      });
    },
    [saveAndSay, register],
  );
};
