import { useEffect, useLayoutEffect, useRef } from 'react';

/** The router announces its own moves by these events; going back is the browser's and has another. */
const moves = ['pushState', 'replaceState'] as const;

/**
 * Starts a pushed page at its top, with the focus on its title so that a screen reader says where it is. Going back is
 * left to the browser, which knows where the thumb was.
 */
export const usePageStart = (location: string): void => {
  const last = useRef(location);
  const isMove = useRef(false);
  useEffect(() => {
    const onMove = () => {
      isMove.current = true;
    };
    const onBack = () => {
      isMove.current = false;
    };
    // Captured, because the router hears the same events and shows the page before a later listener is told.
    for (const move of moves) window.addEventListener(move, onMove, { capture: true });
    window.addEventListener('popstate', onBack, { capture: true });
    return () => {
      for (const move of moves) window.removeEventListener(move, onMove, { capture: true });
      window.removeEventListener('popstate', onBack, { capture: true });
    };
  }, []);
  useLayoutEffect(() => {
    if (last.current === location) return;
    last.current = location;
    if (!isMove.current) return;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [location]);
};
