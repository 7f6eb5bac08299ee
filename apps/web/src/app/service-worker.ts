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

precacheAndRoute(__PRECACHE__);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/healthz$/] }));

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A new version waits until 更新 is pressed or nothing is open, because a reload would take away what is being typed.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
