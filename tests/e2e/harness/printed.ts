import type { Page } from '@playwright/test';

/** How many sheets of A4 a page takes when it is printed. */
export const countSheets = async (page: Page): Promise<number> => {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
};

/** What is on the paper, as text, and nothing of what is for the screen. */
export const printedText = async (page: Page): Promise<string> => {
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  return text;
};
