import { t } from '../../locale/messages.ts';
import { reloadPage } from '../../platform/page-hiding.ts';
import type { Toast } from '../../ui/toast.ts';
import type { SaveResult } from '../register.ts';

type NotSaved = Exclude<SaveResult, { readonly type: 'saved' }>;

/** Says in plain words that nothing was saved and what to do next. */
export const notSavedText = (result: NotSaved): string =>
  t.storage.notSaved[result.type === 'tooLarge' ? 'tooLarge' : result.kind];

/** Says it in a toast that stays until it is pressed, with the way to a fresh start where only that helps. */
export const notSavedToast = (result: NotSaved): Toast => {
  const words = t.storage.notSaved;
  const isOver = result.type === 'storageFailed' && result.kind !== 'quota';
  const action = isOver
    ? { label: words.reload, onPress: () => void reloadPage() }
    : { label: words.seen, onPress: () => undefined };
  return { text: notSavedText(result), action, stays: true };
};
