import type { Page } from '@playwright/test';

/** Notes in the page, on its own clock, what a person would see and when; runs before the app. */
export const markScript = `(() => {
  const marks = {};
  const note = (name) => { marks[name] ??= performance.now(); };
  Object.assign(window, { benchMarks: marks, benchTaps: 0, benchBytes: 0 });
  const send = window.fetch;
  window.fetch = (input, init) => {
    const path = String(input instanceof Request ? input.url : input);
    if (path.includes('/sync/pull')) note('firstPull');
    return send(input, init);
  };
  const decrypt = crypto.subtle.unwrapKey.bind(crypto.subtle);
  crypto.subtle.unwrapKey = async (...given) => { const key = await decrypt(...given); note('keyOpen'); return key; };
  addEventListener('click', (event) => { if (event.isTrusted) window.benchTaps += 1; }, true);
  addEventListener('submit', () => note('pinTyped'), true);
  const look = () => {
    const title = document.querySelector('h1')?.textContent ?? '';
    if (title === '输入 PIN') note('lockShown');
    if (document.querySelector('nav[aria-label="主要页面"]') && title === '今天' && document.querySelector('main a, main button')) note('usable');
    if (marks.usable !== undefined) {
      const isComing = document.querySelector('aside[aria-label="还在取"]') !== null;
      if (isComing) { marks.coming ??= performance.now(); delete marks.all; } else note('all');
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
})();`;

/** Is what was noted, in milliseconds since the page began. */
export type Marks = Readonly<
  Record<'firstPull' | 'usable' | 'all' | 'coming' | 'lockShown' | 'pinTyped' | 'keyOpen', number>
>;

/** Reads what was noted so far. */
export const readMarks = (page: Page): Promise<Marks> => page.evaluate<Marks>('window.benchMarks');

/** Waits until all of these were noted; gives up after two minutes. The page's own policy lets nothing be evaluated in it but through the debugger. */
export const waitForMarks = async (page: Page, ...names: readonly (keyof Marks)[]): Promise<Marks> => {
  for (let tries = 0; tries < 480; tries += 1) {
    const marks = await readMarks(page);
    if (names.every((name) => marks[name] !== undefined)) return marks;
    await page.waitForTimeout(250);
  }
  throw new Error(`the page never came to ${names.join(' and ')}: ${JSON.stringify(await readMarks(page))}`);
};
