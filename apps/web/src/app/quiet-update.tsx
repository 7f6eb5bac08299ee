import { useQuietUpdate } from '../platform/use-quiet-update.ts';

/** Stands on pages where nobody has anything open: there a new version needs no tap. */
export const QuietUpdate = () => {
  useQuietUpdate();
  return null;
};
