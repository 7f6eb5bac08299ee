import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;
/** The build puts the list of hashed files here; nothing else is ever cached, so that no answer of the API rests on a phone. */
declare const __PRECACHE__: PrecacheEntry[];

/** Is what newer browsers can be told about requests before the service worker runs. */
interface RoutingInstallEvent extends ExtendableEvent {
  readonly addRoutes?: (rule: {
    readonly condition: { readonly urlPattern: string };
    readonly source: 'network';
  }) => Promise<void>;
}

// It is not woken for the API, of which it keeps nothing. A worker woken in the moment in which a newer one is to take
// over stays in its place for as long as requests keep coming.
self.addEventListener('install', (event: RoutingInstallEvent) => {
  const routed = event.addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' });
  // Without it the API is still left to the network, only with the worker asked first.
  if (routed !== undefined) event.waitUntil(routed.catch(() => undefined));
});

precacheAndRoute(__PRECACHE__);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/healthz$/] }));

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A new version waits until 更新 is pressed or nothing is open, because a reload would take away what is being typed.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
