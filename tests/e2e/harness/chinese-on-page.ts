import type { Page } from '@playwright/test';
import type { RunningServer } from './running-server.ts';
import { queryRows } from './stored-rows.ts';

/** Everything that somebody wrote or registered here, as one long text. */
export const writtenTexts = (server: Pick<RunningServer, 'dataFolder'>): string =>
  queryRows(server, `SELECT name FROM sqlite_master WHERE type = 'table'`)
    .map(({ name }) => JSON.stringify(queryRows(server, `SELECT * FROM "${String(name)}"`)))
    .join('\n');

/** Lists the runs of Chinese on a page, its labels and placeholders included, outside what says of itself that it is Chinese. */
export const chineseOnPage = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement?.closest('[lang^="zh"], script, style, noscript') === null) texts.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      if (element.closest('[lang^="zh"]') !== null) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(texts.flatMap((text) => text.match(/[\u3400-\u9fff]+/g) ?? []))];
  });
