import { isSameJson, type Json } from '@lianxin/domain';
import { useCallback, useState } from 'react';
import { useWorkspace } from '../use-workspace.ts';

/**
 * What is typed and not saved, by account and form. It lives as long as the app is open: leaving a form and coming back
 * loses nothing, and nothing unsealed is written to the phone.
 */
const drafts = new Map<string, Json>();

const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();

const keep = (key: string, value: Json | null): void => {
  if (value === null) drafts.delete(key);
  else drafts.set(key, value);
  if (drafts.size > 0) window.addEventListener('beforeunload', askBeforeLeaving);
  else window.removeEventListener('beforeunload', askBeforeLeaving);
};

/** A form's values with what happens to them when nobody saves. */
export interface FormDraft<T extends Json> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** Whether the form was opened with something typed earlier. */
  readonly isRestored: boolean;
  /** Forgets what was typed: after saving, or to start over. */
  readonly clear: () => void;
}

/** Keeps what is typed into a form until it is saved or started over. `initial` is what the form opens with. */
export const useFormDraft = <T extends Json & object>(form: string, initial: T): FormDraft<T> => {
  const key = `${useWorkspace().session.account.id} ${form}`;
  const [start] = useState(initial);
  const [isRestored, setRestored] = useState(() => drafts.has(key));
  // A key names one form, and a form keeps one shape while the app is open.
  const [value, setValue] = useState<T>(() => (drafts.get(key) as T | undefined) ?? initial);
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...part };
        keep(key, isSameJson(after, start) ? null : after);
        return after;
      }),
    [key, start],
  );
  const clear = useCallback(() => {
    keep(key, null);
    setValue(start);
    setRestored(false);
  }, [key, start]);
  return { value, change, isRestored, clear };
};
