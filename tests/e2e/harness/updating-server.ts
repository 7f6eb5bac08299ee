import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningServer } from './running-server.ts';

/** Is a server whose web app can be exchanged for a newer version while phones use it. */
export interface UpdatingServer {
  readonly origin: string;
  /** Serves a newer version of the app from now on; its page is marked with `<meta name="app-version" content="next">`. */
  readonly release: () => void;
  /** Cuts off the API alone, so that phones keep what they save while the app itself can still be fetched. */
  readonly setApiReachable: (isReachable: boolean) => void;
  readonly stop: () => Promise<void>;
}

/** Stands between phones and a running server. */
export const startUpdatingServer = async (server: RunningServer): Promise<UpdatingServer> => {
  let isReleased = false;
  let isApiReachable = true;
  const proxy = createServer((request, response) => {
    if (!isApiReachable && request.url?.startsWith('/api/')) request.destroy();
    else void forward(server.origin, request, response, isReleased).catch(() => response.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  // A listening server of this kind always has a port.
  const { port } = proxy.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    release: () => {
      isReleased = true;
    },
    setApiReachable: (isReachable) => {
      isApiReachable = isReachable;
    },
    stop: async () => {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
};

const forward = async (
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
  isReleased: boolean,
): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { host: _host, connection: _connection, 'accept-encoding': _encoding, ...headers } = request.headers;
  const own = `http://${request.headers.host ?? ''}`;
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // To the server the request comes from its own address, as it would behind any proxy that is set up right.
    if (value !== undefined) sent.set(name, String(value).replaceAll(own, origin));
  }
  const answer = await fetch(`${origin}${request.url ?? '/'}`, {
    method: request.method ?? 'GET',
    headers: sent,
    redirect: 'manual',
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  const changed = isReleased ? nextVersion(request.url ?? '', body) : body;
  for (const [name, value] of answer.headers) {
    if (!['content-length', 'content-encoding', 'transfer-encoding'].includes(name)) response.setHeader(name, value);
  }
  response.writeHead(answer.status).end(changed);
};

/** A newer version differs in its page, and in the service worker that lists the page. */
const nextVersion = (path: string, body: Buffer): Buffer => {
  if (path === '/sw.js') {
    const text = body.toString().replace(/(index\.html[`'"],revision:[`'"])/, '$1next');
    return Buffer.from(text);
  }
  const isPage = body.subarray(0, 200).toString().includes('<html');
  return isPage
    ? Buffer.from(body.toString().replace('</head>', '<meta name="app-version" content="next"></head>'))
    : body;
};
