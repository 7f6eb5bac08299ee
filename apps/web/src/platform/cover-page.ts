import './cover-page.css';

const attribute = 'data-covered';
let isForGood = false;

const cover = (): void => document.documentElement.setAttribute(attribute, '');

/** Covers everything that is on show until the page is loaded again. */
export const coverForGood = (): void => {
  isForGood = true;
  cover();
};

/**
 * Blanks the page the moment nobody looks at it: the picture that a phone shows among its open apps, and what a hidden
 * page would print, are of an empty sheet. Returns the way to stop.
 */
export const coverWhileHidden = (): (() => void) => {
  const onChange = (): void => {
    if (document.visibilityState === 'hidden') cover();
    else if (!isForGood) document.documentElement.removeAttribute(attribute);
  };
  document.addEventListener('visibilitychange', onChange);
  window.addEventListener('pagehide', cover);
  window.addEventListener('pageshow', onChange);
  return () => {
    document.removeEventListener('visibilitychange', onChange);
    window.removeEventListener('pagehide', cover);
    window.removeEventListener('pageshow', onChange);
  };
};
