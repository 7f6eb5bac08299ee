import { type ComponentType, lazy, useState } from 'react';

/** Is a page, or a part of one, that is fetched when it is first shown, or before that by `fetch`. */
export type LazyPage<P extends object = object> = ComponentType<P> & { readonly fetch: () => Promise<void> };

/**
 * Makes a page that is fetched when it is first opened. The service worker keeps every chunk from the first visit on, so
 * this needs no network later. A page that was fetched before it is shown is there at once: React would hold anything
 * that it has to wait for back for a third of a second, so that nothing flickers.
 */
export const lazyPage = <P extends object, N extends string>(
  load: () => Promise<{ readonly [K in N]: ComponentType<P> }>,
  name: N,
): LazyPage<P> => {
  let here: ComponentType<P> | null = null;
  const fetch = async (): Promise<ComponentType<P>> => {
    here = (await load())[name];
    return here;
  };
  const Later: ComponentType<P> = lazy(async () => ({ default: await fetch() }));
  const Page = (props: P) => {
    // What is shown once stays, or a half-written form would begin anew.
    const [Shown] = useState<ComponentType<P>>(() => here ?? Later);
    return <Shown {...props} />;
  };
  // Whoever could not fetch ahead is told when the page is shown.
  return Object.assign(Page, { fetch: () => fetch().then(noop, noop) });
};

const noop = (): void => undefined;
