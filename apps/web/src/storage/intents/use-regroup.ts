import { tChanges } from '../../locale/change-messages.ts';
import { t } from '../../locale/messages.ts';
import type { RegroupingIntent } from '../reading/regrouping-preview.ts';
import { useSaveAndSay } from './use-save-and-say.ts';
import { useSaveOnce } from './use-save-once.ts';

/** Saves a merge or split; the toast says it once it is durable and takes it back while it is shown. */
export const useRegroup = (): ((intent: RegroupingIntent, text: string) => Promise<boolean>) => {
  const saveAndSay = useSaveAndSay();
  const saveOnce = useSaveOnce();
  return (intent, text) => {
    const { regroupingId } = intent.args;
    const undo = (): void => {
      void saveAndSay([{ name: 'regrouping.undo', args: { regroupingId } }], { text: tChanges.undone });
    };
    return saveOnce([intent], { text, action: { label: t.visit.undo, onPress: undo } });
  };
};
