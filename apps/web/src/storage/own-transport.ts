import type { Transport } from '@lianxin/sync/client';
import { isSomebodyElses } from './cookie-owner.ts';

const refusal = { type: 'refusal', reason: 'signedOut' } as const;

/** Carries nothing while the server would take it for somebody else's work: on a shared phone another person may have signed in since, in this window or another. */
export const ownTransport = (accountId: string, transport: Transport): Transport => ({
  push: async (request) => (isSomebodyElses(accountId) ? refusal : await transport.push(request)),
  pull: async (request) => (isSomebodyElses(accountId) ? refusal : await transport.pull(request)),
  segments: async (request) => (isSomebodyElses(accountId) ? refusal : await transport.segments(request)),
});
