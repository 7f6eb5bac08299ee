import { isSameJson, type Json } from '@lianxin/domain';
import { useCallback, useEffect, useState } from 'react';
import { holdUpdate } from '../../platform/app-update.ts';
import { useWorkspace } from '../use-workspace.ts';

/** A form's values with what happens to them when nobody saves. */
export interface FormDraft<T extends Json> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** Whether the form was opened with something typed earlier. */
  readonly isRestored: boolean;
  /** Forgets what was typed: after saving, or to start over. */
  readonly clear: () => void;
}

/**
 * Keeps what is typed into a form until it is saved or started over, also when the page is left, the app is killed or
 * the phone goes off. `initial` is what the form opens with.
 */
export const useFormDraft = <T extends Json & object>(form: string, initial: T): FormDraft<T> => {
  const { drafts } = useWorkspace();
  const [start] = useState(initial);
  const [isRestored, setRestored] = useState(() => drafts.get(form) !== undefined);
  // A key names one form; a shape of an older version of the app is filled up from what the form opens with.
  const [value, setValue] = useState<T>(() => ({ ...initial, ...(drafts.get(form) as T | undefined) }));
  const isDirty = !isSameJson(value, start);
  useEffect(() => (isDirty ? holdUpdate() : undefined), [isDirty]);
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...part };
        drafts.keep(form, isSameJson(after, start) ? null : after);
        return after;
      }),
    [drafts, form, start],
  );
  const clear = useCallback(() => {
    drafts.keep(form, null);
    setValue(start);
    setRestored(false);
  }, [drafts, form, start]);
  return { value, change, isRestored, clear };
};
