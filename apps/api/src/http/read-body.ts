import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { err, ok, type Result } from '@lianxin/domain';
import { problem } from './problem.ts';
import { fromWeb } from './web-stream.ts';

/** The deepest nesting of arrays and objects that any message of ours has, with room to spare. */
const maxDepth = 24;

/** Reads a body, inflated if it was sent gzip'd. The cap counts inflated bytes as they come, so a bomb is dropped at the cap and not after it. */
export const readBytes = async (request: Request, maxBytes: number): Promise<Result<Buffer, Response>> => {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding !== 'gzip' && encoding !== 'identity')
    return err(problem('malformed', { detail: 'content-encoding' }));
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  if (announced > maxBytes) return err(problem('tooLarge'));
  // HTTP itself ends a body at its announced length, so nothing has to be counted and no stream is set up for it.
  if (announced <= maxBytes && encoding !== 'gzip') return readWhole(request);
  if (request.body === null) return ok(Buffer.alloc(0));
  const sent = fromWeb(request.body);
  return collect(encoding === 'gzip' ? sent.pipe(createGunzip()) : sent, sent, maxBytes);
};

const readWhole = async (request: Request): Promise<Result<Buffer, Response>> => {
  try {
    return ok(Buffer.from(await request.arrayBuffer()));
  } catch {
    return err(problem('malformed', { detail: 'body' }));
  }
};

const collect = async (stream: Readable, source: Readable, maxBytes: number): Promise<Result<Buffer, Response>> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  source.on('error', () => stream.destroy());
  try {
    for await (const chunk of stream) {
      const piece = Buffer.from(chunk);
      bytes += piece.length;
      if (bytes > maxBytes) {
        source.destroy();
        return err(problem('tooLarge'));
      }
      chunks.push(piece);
    }
  } catch {
    return err(problem('malformed', { detail: 'body' }));
  }
  return ok(Buffer.concat(chunks));
};

/** Parses JSON in UTF-8, refusing nesting that no honest message has. */
export const parseJson = (bytes: Buffer): Result<unknown, Response> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isTooDeep(text) ? err(problem('malformed', { detail: 'depth' })) : ok(JSON.parse(text));
  } catch {
    return err(problem('malformed', { detail: 'json' }));
  }
};

const isTooDeep = (text: string): boolean => {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (isInText) {
      if (letter === 92) at += 1;
      else if (letter === 34) isInText = false;
    } else if (letter === 34) isInText = true;
    else if (letter === 91 || letter === 123) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (letter === 93 || letter === 125) depth -= 1;
  }
  return false;
};
