import { type FoundSegment, type SegmentsAnswer, type SegmentsRequest, segmentSchema } from '@lianxin/protocol';
import type { TransportRefusal } from '@lianxin/sync/client';
import { NetworkFailure, parseJson, type Sending, sendPatiently } from './patient-reading.ts';
import { refusalOf } from './transport-refusal.ts';

/**
 * Fetches segments side by side and names each by the hash of the bytes that came, so that nobody takes another for it. Those that the server does not have,
 * or that are not readable, are left out; a refusal of one is the answer to all.
 */
export const fetchSegments = async (
  { communityId, hashes }: SegmentsRequest,
  sending: Sending,
): Promise<SegmentsAnswer | TransportRefusal> => {
  const answers = await Promise.all(hashes.map((hash) => fetchOne({ communityId, hash }, sending)));
  const refusal = answers.find((answer) => answer !== null && 'type' in answer);
  if (refusal !== undefined && refusal !== null && 'type' in refusal) return refusal;
  return { found: answers.flatMap((answer) => (answer === null || 'type' in answer ? [] : [answer])) };
};

const fetchOne = async (
  { communityId, hash }: { readonly communityId: string; readonly hash: string },
  sending: Sending,
): Promise<FoundSegment | TransportRefusal | null> => {
  const query = new URLSearchParams({ community: communityId });
  // Nothing of it may stay in the browser's own cache, where no lock reaches.
  const heard = await sendPatiently(`/api/v1/sync/segments/${hash}?${query}`, { cache: 'no-store' }, sending);
  if (heard.status === 404) return null;
  const refusal = refusalOf(heard);
  if (refusal !== null) return refusal;
  if (heard.status !== 200) throw new NetworkFailure(`something else answered, with status ${heard.status}`);
  const parsed = segmentSchema.safeParse(parseJson(heard.bytes));
  return parsed.success ? { hash: await hashOf(heard.bytes), segment: parsed.data } : null;
};

const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
