import { apiBase } from '@lianxin/protocol';
import type { createApp } from '../../../apps/api/src/create-app.ts';
import type { Send } from './street-phone.ts';

/** Carries requests straight into the application, without a socket. */
export const sendInProcess =
  (app: ReturnType<typeof createApp>): Send =>
  async ({ method, path, cookie, body }) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const start = performance.now();
    const answer = await app.request(`http://127.0.0.1${apiBase}${path}`, {
      method,
      headers: { host: '127.0.0.1', 'content-type': 'application/json', cookie },
      ...sent,
    });
    const text = await answer.text();
    return { status: answer.status, retryAfterMs: null, text, ms: performance.now() - start };
  };
