import { useCallback, useEffect, useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import { newRandomToken } from './ids.ts';

/** Lasts as long as the page: what is typed to find somebody is often their name. */
const kept = new Map<string, string>();

interface Entry {
  readonly kept?: string;
}

/**
 * Keeps what is typed on a page while the browser remembers the page: back finds it again. The history holds only a random
 * id of it, because a browser writes addresses and history down, readable, and the text is gone when the page is loaded again.
 */
export const useKeptText = (): readonly [text: string, keep: (text: string) => void] => {
  const entry = useHistoryState<Entry | null>();
  const [id] = useState(() => entry?.kept ?? newRandomToken());
  const [text, setText] = useState(() => kept.get(id) ?? '');
  useEffect(() => {
    // Also the next step of a list that is turned over: it is the same search.
    if (entry?.kept !== id) window.history.replaceState({ ...entry, kept: id }, '');
  }, [entry, id]);
  const keep = useCallback(
    (next: string) => {
      kept.set(id, next);
      setText(next);
    },
    [id],
  );
  return [text, keep];
};
