import type { ComponentType } from 'react';
import type { LazyPage } from './lazy-page.tsx';

/** Is one page of the app with its path pattern; a feature lists its own. */
export interface AppRoute {
  readonly path: string;
  readonly page: ComponentType | LazyPage;
}

/** Fetches a page ahead, where it is one that would be fetched when it is opened. */
export const fetchPage = async ({ page }: AppRoute): Promise<void> => {
  if ('fetch' in page) await page.fetch();
};
