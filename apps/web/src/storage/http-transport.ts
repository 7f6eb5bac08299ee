import { pullAnswerSchema, pushAnswerSchema } from '@lianxin/protocol';
import type { Transport, TransportRefusal } from '@lianxin/sync/client';
import type { AnswerSchema } from './api-client.ts';
import { NetworkFailure, type Patience, parseJson, type Send, type Sending, sendPatiently } from './patient-reading.ts';
import { fetchSegments } from './segment-transport.ts';
import { refusalOf } from './transport-refusal.ts';

/** Compressing a small body costs more than it saves. */
const compressFromBytes = 4_096;
const usualPatience: Patience = { silenceMs: 30_000, slowestUpload: 2_048 };

/** Carries sync requests over HTTP; a lost network or a server fault throws NetworkFailure, so that the loop waits and tries again. */
export const createHttpTransport = (send: Send = fetchIt, patience: Patience = usualPatience): Transport => ({
  push: (request) => exchange('/api/v1/sync/push', { request, schema: pushAnswerSchema, send, patience }),
  pull: (request) => exchange('/api/v1/sync/pull', { request, schema: pullAnswerSchema, send, patience }),
  segments: (request) => fetchSegments(request, { send, patience }),
});

const fetchIt: Send = (path, init) => fetch(path, init);

interface Exchange<T> extends Sending {
  readonly request: unknown;
  readonly schema: AnswerSchema<T>;
}

const exchange = async <T>(
  path: string,
  { request, schema, ...sending }: Exchange<T>,
): Promise<T | TransportRefusal> => {
  const { body, encoding } = await encode(JSON.stringify(request));
  const headers = {
    'content-type': 'application/json',
    ...(encoding === null ? {} : { 'content-encoding': encoding }),
  };
  const uploadBytes = typeof body === 'string' ? body.length : body.size;
  const heard = await sendPatiently(path, { method: 'POST', headers, body }, { ...sending, uploadBytes });
  const refusal = refusalOf(heard);
  if (refusal !== null) return refusal;
  const parsed = schema.safeParse(parseJson(heard.bytes));
  if (heard.status !== 200 || !parsed.success)
    throw new NetworkFailure(`something else answered, with status ${heard.status}`);
  return parsed.data;
};

const encode = async (text: string): Promise<{ readonly body: string | Blob; readonly encoding: 'gzip' | null }> => {
  if (text.length < compressFromBytes || typeof CompressionStream === 'undefined')
    return { body: text, encoding: null };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).blob(), encoding: 'gzip' };
};
