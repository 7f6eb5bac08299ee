import type { Intent } from '@lianxin/sync/client';
import { useCallback } from 'react';
import { create } from 'zustand';
import { t } from '../../locale/messages.ts';
import { showToast } from '../../ui/toast.ts';
import { type SaveAndSay, useSaveAndSay } from './use-save-and-say.ts';

/** How long a decision can be taken back; nothing is saved before, so that taking it back leaves no trace. */
const secondThoughtMs = 5_000;

/** Holds what was decided on screen and is not saved yet. */
const useDecided = create<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

const forget = (id: string): void =>
  useDecided.setState(({ ids }) => ({ ids: new Set([...ids].filter((known) => known !== id)) }));

/** Is a decision about something on screen: what it saves, and how it is said while it can be taken back and once it is kept. */
export interface LateDecision {
  readonly ids: readonly string[];
  readonly intents: readonly Intent[];
  readonly said: string;
  readonly saved: string;
}

const decideLater = (decision: LateDecision, saveAndSay: SaveAndSay): void => {
  useDecided.setState(({ ids }) => ({ ids: new Set([...ids, ...decision.ids]) }));
  const release = (): void => {
    for (const id of decision.ids) forget(id);
  };
  const timer = setTimeout(
    () => void saveAndSay(decision.intents, { text: decision.saved }).finally(release),
    secondThoughtMs,
  );
  const undo = (): void => {
    clearTimeout(timer);
    release();
  };
  showToast({ text: decision.said, action: { label: t.ui.undo, onPress: undo } });
};

/**
 * Hands out the way to decide with a moment for second thoughts: what is decided leaves the screen at once and is saved a little later. A page that is closed
 * meanwhile has decided nothing, and the question stands there again.
 */
export const useDecideLater = (): {
  readonly isDecided: (id: string) => boolean;
  readonly decide: (decision: LateDecision) => void;
} => {
  const saveAndSay = useSaveAndSay();
  const ids = useDecided((state) => state.ids);
  return {
    isDecided: (id) => ids.has(id),
    decide: useCallback((decision) => decideLater(decision, saveAndSay), [saveAndSay]),
  };
};
