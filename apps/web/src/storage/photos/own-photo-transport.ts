import { isSomebodyElses } from '../cookie-owner.ts';
import type { PhotoTransport } from './photo-transport.ts';

/** Carries no picture while the server would take it for somebody else's, as records do: on a shared phone another person may have signed in since, in this window or another. */
export const ownPhotoTransport = (accountId: string, transport: PhotoTransport): PhotoTransport => ({
  look: async (sha256) => (isSomebodyElses(accountId) ? { type: 'later' } : await transport.look(sha256)),
  send: async (sha256, from, bytes) =>
    isSomebodyElses(accountId) ? { type: 'later' } : await transport.send(sha256, from, bytes),
  fetch: async (sha256) => (isSomebodyElses(accountId) ? undefined : await transport.fetch(sha256)),
});
