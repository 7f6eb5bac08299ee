import { type BrowserContext, expect, type Page } from '@playwright/test';
import { pin } from './pin.ts';

const titles = { setUp: '设一个 PIN', unlock: '输入 PIN' } as const;
const englishTitles = { setUp: 'Choose a PIN', unlock: 'Enter your PIN' } as const;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** Waits until the page asks for a first PIN, and chooses it. */
export const setPin = async (page: Page, chosen = pin): Promise<void> => {
  await waitForNewPin(page);
  await page.getByLabel('PIN', { exact: true }).fill(chosen);
  await page.getByLabel('再输一次').fill(chosen);
  await page.getByRole('button', { name: '设好了' }).click();
  await expect(heading(page, titles.setUp)).toBeHidden();
};

/** Waits until the page asks for its PIN, and types it. */
export const tryPin = async (page: Page, typed: string): Promise<void> => {
  await waitForLock(page);
  await page.getByLabel('PIN', { exact: true }).fill(typed);
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(page.getByRole('button', { name: '正在打开……' })).toBeHidden();
};

/** Opens a locked page with the right PIN. */
export const unlock = async (page: Page, typed = pin): Promise<void> => {
  await tryPin(page, typed);
  await expect(heading(page, titles.unlock)).toBeHidden();
};

/** Waits until the page asks for its PIN. */
export const waitForLock = (page: Page): Promise<void> => expect(heading(page, titles.unlock)).toBeVisible();

/** Waits until the page asks for a first PIN. */
export const waitForNewPin = (page: Page): Promise<void> => expect(heading(page, titles.setUp)).toBeVisible();

/** Types the PIN wherever a page asks for it, as its owner would without thinking: after every reload, in every window. */
export const typePins = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(typeWhenAsked, {
    pin,
    titles: [...Object.values(titles), ...Object.values(englishTitles)],
  });
};

/** Runs in the page. */
const typeWhenAsked = ({ pin, titles }: { readonly pin: string; readonly titles: readonly string[] }): void => {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  let answered: Element | null = null;
  const answer = (): void => {
    const title = document.querySelector('h1');
    const form = document.querySelector('form');
    if (!form || !title || title === answered || !titles.includes(title.textContent)) return;
    answered = title;
    for (const input of form.querySelectorAll('input[type=password]')) {
      setValue?.call(input, pin);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // The page takes a typed value in before the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => form.requestSubmit()));
  };
  new MutationObserver(answer).observe(document, { childList: true, subtree: true });
};
