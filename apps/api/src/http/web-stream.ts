import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';

/*
 * The streams of the web that Node declares and those that the browser's types declare are one thing at run time and two to the compiler. Where phone and
 * server are compiled together, as tests do, the global name is the browser's: hence the casts, here and nowhere else.
 */

/** Reads a stream of the web as one of Node. */
export const fromWeb = (stream: ReadableStream<Uint8Array>): Readable => Readable.fromWeb(stream as NodeStream);

/** Offers a stream of Node as one of the web. */
export const toWeb = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as ReadableStream<Uint8Array>;
