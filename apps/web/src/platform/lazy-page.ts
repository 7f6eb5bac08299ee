import { type ComponentType, lazy } from 'react';

/** Fetches a page when it is first opened. The service worker keeps every chunk from the first visit on, so this needs no network later. */
export const lazyPage = <N extends string>(
  load: () => Promise<{ readonly [K in N]: ComponentType }>,
  name: N,
): ComponentType => lazy<ComponentType>(async () => ({ default: (await load())[name] }));
