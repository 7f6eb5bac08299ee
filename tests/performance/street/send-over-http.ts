import { Agent, type IncomingMessage, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { apiBase } from '@lianxin/protocol';
import type { PhoneReply, Send } from './street-phone.ts';

/** Carries requests over sockets that stay open, as many as there are phones. */
export const sendOverHttp = (origin: string): Send => {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const send: Send = (call) =>
    new Promise((resolve, reject) => {
      const { method, path, cookie, body } = call;
      const start = performance.now();
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        cookie,
        'accept-encoding': 'gzip',
        'sec-fetch-site': 'same-origin',
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      };
      const sent = request(`${origin}${apiBase}${path}`, { agent, method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => resolve(replyOf(answer, chunks, start)));
      });
      // A connection that the server has just closed for being idle is no error: browsers ask again over a new one.
      sent.on('error', (cause) => (sent.reusedSocket ? resolve(send(call)) : reject(cause)));
      sent.end(text);
    });
  return send;
};

const replyOf = (answer: IncomingMessage, chunks: readonly Buffer[], start: number): PhoneReply => {
  const ms = performance.now() - start;
  const bytes = Buffer.concat(chunks);
  const retryAfter = answer.headers['retry-after'];
  return {
    status: answer.statusCode ?? 0,
    retryAfterMs: retryAfter === undefined ? null : Number(retryAfter) * 1_000,
    text: (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8'),
    ms,
  };
};
