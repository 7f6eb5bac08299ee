import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { Context } from 'hono';
import { jsonAnswer } from '../../http/json-answer.ts';

const pack = promisify(brotliCompress);
const unpack = promisify(brotliDecompress);
/** Fast enough for what is packed once and sent once, and a third smaller than gzip, whose window is shorter than a page. */
const quality = 4;
/** What is shorter is sent as the rest of the server does it. */
const packFromBytes = 32 * 1024;

/** Answers with JSON, a long one in brotli where that is understood. */
export const packedAnswer = async (context: Context, value: unknown): Promise<Response> => {
  const json = Buffer.from(JSON.stringify(value));
  if (json.length < packFromBytes || !takesBrotli(context)) return jsonAnswer(value);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
  return brotliAnswer(await pack(json, { params }));
};

/** Answers with JSON that rests packed; whoever does not understand that gets it unpacked. */
export const restingAnswer = async (context: Context, packed: Uint8Array): Promise<Response> => {
  if (takesBrotli(context)) return brotliAnswer(packed);
  const json = await unpack(packed);
  return new Response(new Uint8Array(json), { headers: { 'content-type': 'application/json' } });
};

const takesBrotli = (context: Context): boolean =>
  /(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i.test(
    context.req.header('accept-encoding') ?? '',
  );

const brotliAnswer = (packed: Uint8Array): Response =>
  new Response(new Uint8Array(packed), {
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'br',
      'content-length': String(packed.length),
      vary: 'accept-encoding',
    },
  });
