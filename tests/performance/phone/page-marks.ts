import type { Page } from '@playwright/test';

/** Notes in the page, on its own clock, what a person would see and when; runs before the app. */
export const markScript = `(() => {
  const marks = {};
  const note = (name) => { marks[name] ??= performance.now(); };
  Object.assign(window, { benchMarks: marks, benchTaps: 0, benchSaves: [], benchSearches: [] });
  const spoken = () => [...document.querySelectorAll('[role=status], [aria-live]')].map((one) => one.textContent).join(' ');
  let asked = null;
  const ask = (into, pattern) => { asked = { into, pattern, at: performance.now(), before: spoken() }; };
  const hear = () => {
    if (asked === null) return;
    const now = spoken();
    if (now === asked.before || !asked.pattern.test(now)) return;
    asked.into.push(performance.now() - asked.at);
    asked = null;
  };
  addEventListener('input', () => ask(window.benchSearches, /找到/), true);
  const send = window.fetch;
  window.fetch = (input, init) => {
    const path = String(input instanceof Request ? input.url : input);
    if (path.includes('/sync/pull')) note('firstPull');
    return send(input, init);
  };
  // The first thing that is decrypted after the PIN is the data key.
  const decrypt = SubtleCrypto.prototype.decrypt;
  SubtleCrypto.prototype.decrypt = async function (...given) {
    const plain = await decrypt.apply(this, given);
    if (marks.pinTyped !== undefined) note('keyOpen');
    return plain;
  };
  addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    window.benchTaps += 1;
    ask(window.benchSaves, /已存手机/);
  }, true);
  addEventListener('submit', () => note('pinTyped'), true);
  const look = () => {
    hear();
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
const readMarks = (page: Page): Promise<Marks> => page.evaluate<Marks>('window.benchMarks');

/** Waits until all of these were noted; gives up after two minutes. The page's own policy lets nothing be evaluated in it but through the debugger. */
export const waitForMarks = async (page: Page, ...names: readonly (keyof Marks)[]): Promise<Marks> => {
  for (let tries = 0; tries < 480; tries += 1) {
    const marks = await readMarks(page);
    if (names.every((name) => marks[name] !== undefined)) return marks;
    await page.waitForTimeout(250);
  }
  throw new Error(`the page never came to ${names.join(' and ')}: ${JSON.stringify(await readMarks(page))}`);
};
