import type { Page } from '@playwright/test';

/** Collects what a good page never does. */
export interface Complaints {
  readonly consoleMessages: string[];
  readonly foreignRequests: string[];
}

const watched = new WeakSet<Page>();

/** Writes down errors, warnings and requests that leave the page's own origin. */
export const watchPage = (page: Page, complaints: Complaints): void => {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // The browser itself says this of every request without a network and of every refused one; pages cannot hush it.
    if (message.text().startsWith('Failed to load resource')) return;
    complaints.consoleMessages.push(message.text());
  });
  page.on('pageerror', (error) => complaints.consoleMessages.push(error.message));
  page.context().on('request', (request) => {
    const address = request.url();
    const own = page.url() === 'about:blank' ? null : new URL(page.url()).origin;
    if (/^https?:/.test(address) && own !== null && new URL(address).origin !== own) {
      complaints.foreignRequests.push(address);
    }
  });
};
