import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** Is an application behind a real socket. */
export interface TestServer {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Puts an application behind a socket on a free port of this machine. */
export const startTestServer = async (app: Hono): Promise<TestServer> => {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
