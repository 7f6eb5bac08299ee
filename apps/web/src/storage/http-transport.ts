import { pullAnswerSchema, pushAnswerSchema } from '@lianxin/protocol';
import type { Transport, TransportRefusal } from '@lianxin/sync/client';
import type { AnswerSchema } from './api-client.ts';

/** Compressing a small body costs more than it saves. */
const compressFromBytes = 4_096;

/** Carries sync requests over HTTP; a lost network or a server fault throws, so that the loop waits and tries again. */
export const httpTransport: Transport = {
  push: (request) => exchange('/api/v1/sync/push', request, pushAnswerSchema),
  pull: (request) => exchange('/api/v1/sync/pull', request, pullAnswerSchema),
};

const exchange = async <T>(path: string, request: unknown, schema: AnswerSchema<T>): Promise<T | TransportRefusal> => {
  const { body, encoding } = await encode(JSON.stringify(request));
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', ...(encoding === null ? {} : { 'content-encoding': encoding }) },
    body,
  });
  if (response.status === 401) return { type: 'refusal', reason: 'signedOut' };
  if (response.status === 413) return { type: 'refusal', reason: 'tooLarge' };
  if (response.status === 429 || response.status === 503) return { type: 'refusal', reason: 'busy' };
  if (response.status >= 400 && response.status < 500) return { type: 'refusal', reason: 'rejected' };
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const parsed = schema.safeParse(await response.json());
  if (!parsed.success) throw new Error('the server answered something else than the protocol');
  return parsed.data;
};

const encode = async (text: string): Promise<{ readonly body: string | Blob; readonly encoding: 'gzip' | null }> => {
  if (text.length < compressFromBytes || typeof CompressionStream === 'undefined')
    return { body: text, encoding: null };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).blob(), encoding: 'gzip' };
};
