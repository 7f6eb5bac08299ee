import { pullAnswerSchema, pushAnswerSchema } from '@lianxin/protocol';
import type { Transport, TransportRefusal } from '@lianxin/sync/client';
import type { AnswerSchema } from './api-client.ts';
import { noticeWipe } from './vault/wipe-notice.ts';

/** Is thrown when the server cannot be reached, falls silent, or something else answers in its place. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
}

/** Is how long a silence may last before a request is given up, in milliseconds. */
export interface Patience {
  readonly silenceMs: number;
  /** The slowest upload that is still waited for, in bytes a second. */
  readonly slowestUpload: number;
}

/** Compressing a small body costs more than it saves. */
const compressFromBytes = 4_096;
const usualPatience: Patience = { silenceMs: 30_000, slowestUpload: 2_048 };

/** Carries sync requests over HTTP; a lost network or a server fault throws NetworkFailure, so that the loop waits and tries again. */
export const createHttpTransport = (send: Send = fetchIt, patience: Patience = usualPatience): Transport => ({
  push: (request) => exchange('/api/v1/sync/push', { request, schema: pushAnswerSchema, send, patience }),
  pull: (request) => exchange('/api/v1/sync/pull', { request, schema: pullAnswerSchema, send, patience }),
});

/** Sends a request, as `fetch` does. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

const fetchIt: Send = (path, init) => fetch(path, init);

interface Exchange<T> {
  readonly request: unknown;
  readonly schema: AnswerSchema<T>;
  readonly send: Send;
  readonly patience: Patience;
}

const exchange = async <T>(
  path: string,
  { request, schema, send, patience }: Exchange<T>,
): Promise<T | TransportRefusal> => {
  const { body, encoding } = await encode(JSON.stringify(request));
  const bytes = typeof body === 'string' ? body.length : body.size;
  const hush = watchSilence(patience.silenceMs);
  hush.wait(patience.silenceMs + (bytes / patience.slowestUpload) * 1_000);
  try {
    const response = await send(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', ...(encoding === null ? {} : { 'content-encoding': encoding }) },
      body,
      signal: hush.signal,
    });
    return read(response.status, response.headers, parse(await readText(response, hush.heard)), schema);
  } catch (cause) {
    throw cause instanceof NetworkFailure ? cause : new NetworkFailure('the server cannot be reached', { cause });
  } finally {
    hush.end();
  }
};

/** Gives a request up after a silence; a slow answer that still comes is waited for, however long it takes. */
const watchSilence = (silenceMs: number) => {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), ms);
  };
  return { signal: controller.signal, wait, heard: () => wait(silenceMs), end: () => clearTimeout(timer) };
};

const readText = async (response: Response, heard: () => void): Promise<string> => {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    heard();
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
};

const read = <T>(status: number, headers: Headers, answer: unknown, schema: AnswerSchema<T>): T | TransportRefusal => {
  if (status === 401) {
    noticeWipe(status, codeOf(answer));
    return { type: 'refusal', reason: 'signedOut' };
  }
  if (status === 413) return { type: 'refusal', reason: 'tooLarge' };
  if (status === 429 || status === 503) {
    const retryAfterMs = Number(headers.get('retry-after')) * 1_000 || 0;
    return { type: 'refusal', reason: 'busy', retryAfterMs };
  }
  if (status === 400 && codeOf(answer) === 'malformed') return { type: 'refusal', reason: 'malformed' };
  if (status >= 400 && status < 500) return { type: 'refusal', reason: 'rejected' };
  const parsed = schema.safeParse(answer);
  if (status !== 200 || !parsed.success) throw new NetworkFailure(`something else answered, with status ${status}`);
  return parsed.data;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const codeOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null;

const encode = async (text: string): Promise<{ readonly body: string | Blob; readonly encoding: 'gzip' | null }> => {
  if (text.length < compressFromBytes || typeof CompressionStream === 'undefined')
    return { body: text, encoding: null };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).blob(), encoding: 'gzip' };
};
