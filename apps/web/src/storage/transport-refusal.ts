import type { TransportRefusal } from '@lianxin/sync/client';
import { type Heard, parseJson } from './patient-reading.ts';
import { noticeWipe } from './vault/wipe-notice.ts';

/** Tells why the server did not do what it was asked; null when it did, or when something else answered. */
export const refusalOf = ({ status, headers, bytes }: Heard): TransportRefusal | null => {
  if (status === 401) {
    noticeWipe(status, parseJson(bytes));
    return { type: 'refusal', reason: 'signedOut' };
  }
  if (status === 413) return { type: 'refusal', reason: 'tooLarge' };
  if (status === 429 || status === 503) {
    const retryAfterMs = Number(headers.get('retry-after')) * 1_000 || 0;
    return { type: 'refusal', reason: 'busy', retryAfterMs };
  }
  if (status === 400 && codeOf(parseJson(bytes)) === 'malformed') return { type: 'refusal', reason: 'malformed' };
  return status >= 400 && status < 500 ? { type: 'refusal', reason: 'rejected' } : null;
};

const codeOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null;
