import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PullRequest } from '@lianxin/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpTransport } from './http-transport.ts';
import { NetworkFailure } from './patient-reading.ts';

const request: PullRequest = {
  version: 1,
  schema: 1,
  communityId: '01900000-0000-7000-8000-000000000001',
  epoch: null,
  replicaId: '01900000-0000-7000-8000-000000000002',
  have: {},
};

const answer = {
  version: 1,
  epoch: '01900000-0000-7000-8000-000000000003',
  top: 5,
  serverNow: 1,
  buckets: [],
  drop: [],
  checkpoint: true,
  safe: 0,
  audit: null,
};

let server: Server | null = null;

/** Pulls from a real server on this machine that answers as told. */
const pullFrom = async (handle: (response: ServerResponse) => void, silenceMs = 300) => {
  server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => handle(response));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const send = (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return createHttpTransport(send, { silenceMs, slowestUpload: 1_000_000 }).pull(request);
};

const say =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end(JSON.stringify(body));

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

describe('a request over HTTP', () => {
  it('brings the answer', async () => {
    expect(await pullFrom(say(200, answer))).toEqual(answer);
  });

  it.each([
    [401, { type: 'refusal', reason: 'signedOut' }],
    [403, { type: 'refusal', reason: 'rejected' }],
    [404, { type: 'refusal', reason: 'rejected' }],
    [413, { type: 'refusal', reason: 'tooLarge' }],
  ])('tells a refusal with status %i', async (status, refusal) => {
    expect(await pullFrom(say(status, {}))).toEqual(refusal);
  });

  it.each([429, 503])('tells with status %i how long the server asked to wait', async (status) => {
    expect(await pullFrom(say(status, {}, { 'retry-after': '7' }))).toEqual({
      type: 'refusal',
      reason: 'busy',
      retryAfterMs: 7_000,
    });
  });

  it('waits no time at all for a word that names none', async () => {
    expect(await pullFrom(say(503, {}, { 'retry-after': 'Fri, 20 Nov 2026 02:00:00 GMT' }))).toMatchObject({
      retryAfterMs: 0,
    });
  });

  it('calls a request malformed only when our own server does', async () => {
    expect(await pullFrom(say(400, { code: 'malformed' }))).toEqual({ type: 'refusal', reason: 'malformed' });
    server?.close();
    expect(await pullFrom(say(400, 'Bad Request'))).toEqual({ type: 'refusal', reason: 'rejected' });
  });

  it.each([
    ['a server fault', say(500, { code: 'internal' })],
    [
      'a page of somebody else',
      (response: ServerResponse) => response.writeHead(200).end('<html>sign in to the hotel</html>'),
    ],
    ['an answer of another shape', say(200, { version: 9 })],
    ['a broken connection', (response: ServerResponse) => response.destroy()],
  ])('takes %s for a failure of the network', async (_what, handle) => {
    await expect(pullFrom((response) => void handle(response))).rejects.toBeInstanceOf(NetworkFailure);
  });

  it('gives up after a silence, before the answer and in the middle of it', async () => {
    const begun = performance.now();
    await expect(pullFrom(() => undefined)).rejects.toBeInstanceOf(NetworkFailure);
    server?.closeAllConnections();
    await expect(pullFrom((response) => void response.writeHead(200).write('{'))).rejects.toBeInstanceOf(
      NetworkFailure,
    );
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('waits for a slow answer that keeps coming, however long it takes', async () => {
    const pieces = JSON.stringify(answer).match(/.{1,16}/g) ?? [];
    const drip = (response: ServerResponse): void => {
      const piece = pieces.shift();
      if (piece === undefined) return void response.end();
      response.write(piece);
      setTimeout(() => drip(response), 100);
    };
    expect(await pullFrom(drip)).toEqual(answer);
  });
});
