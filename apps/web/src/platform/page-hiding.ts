/** Calls back when the page may be thrown away without another word: hidden, left or frozen. Returns the way to stop. */
export const onPageHiding = (callback: () => void): (() => void) => {
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') callback();
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', callback);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', callback);
  };
};

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Lets the browser ask before the page is left, for as long as something typed is nowhere but in memory. */
export const askBeforeLeaving = (isNeeded: boolean): void => {
  if (isNeeded) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
};
