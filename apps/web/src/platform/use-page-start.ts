import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Starts a pushed page at its top, with the focus on its title so that a screen reader says where it is. Going back is
 * left to the browser, which knows where the thumb was.
 */
export const usePageStart = (location: string): void => {
  const last = useRef(location);
  const isBack = useRef(false);
  useEffect(() => {
    const onBack = () => {
      isBack.current = true;
    };
    // Captured, because the router hears the same event and shows the page before a later listener is told.
    window.addEventListener('popstate', onBack, { capture: true });
    return () => window.removeEventListener('popstate', onBack, { capture: true });
  }, []);
  useLayoutEffect(() => {
    if (last.current === location) return;
    last.current = location;
    if (isBack.current) {
      isBack.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [location]);
};
