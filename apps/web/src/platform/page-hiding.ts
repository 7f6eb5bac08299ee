const hiding = new Set<() => Promise<void>>();

/** Calls back when the page may be thrown away without another word: hidden, left, frozen or loaded again. Returns the way to stop. */
export const onPageHiding = (callback: () => Promise<void>): (() => void) => {
  const call = (): void => void callback();
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') call();
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', call);
  hiding.add(callback);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', call);
    hiding.delete(callback);
  };
};

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Lets the browser ask before the page is left, for as long as something typed is nowhere but in memory. */
export const askBeforeLeaving = (isNeeded: boolean): void => {
  if (isNeeded) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
};

/** Loads the page again once everything has been put away that wants to be. */
export const reloadPage = async (): Promise<void> => {
  await Promise.allSettled([...hiding].map((callback) => callback()));
  askBeforeLeaving(false);
  window.location.reload();
};
