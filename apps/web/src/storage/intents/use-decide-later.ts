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

/** Saves the decision that waits for second thoughts; there is one at most, because a second undo would push the first off the screen. */
let settleWaiting: () => Promise<void> = () => Promise.resolve();

const decideLater = async (decision: LateDecision, saveAndSay: SaveAndSay): Promise<void> => {
  useDecided.setState(({ ids }) => ({ ids: new Set([...ids, ...decision.ids]) }));
  const release = (): void => {
    for (const id of decision.ids) forget(id);
  };
  const settleEarlier = settleWaiting;
  let isOpen = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    clearTimeout(timer);
    await saveAndSay(decision.intents, { text: decision.saved }).finally(release);
  };
  settleWaiting = settle;
  await settleEarlier();
  // Somebody who decides faster than the phone saves has this one saved already.
  if (!isOpen) return;
  timer = setTimeout(() => void settle(), secondThoughtMs);
  const undo = (): void => {
    if (!isOpen) return;
    isOpen = false;
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
    decide: useCallback((decision) => void decideLater(decision, saveAndSay), [saveAndSay]),
  };
};
