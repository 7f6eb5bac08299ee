import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { secureHeaders } from './secure-headers.ts';

const app = new Hono();
app.use(secureHeaders({ isTls: false } as Parameters<typeof secureHeaders>[0]));
app.get('*', (context) => context.text(''));

const policyOf = async (path: string): Promise<string> =>
  (await app.request(path)).headers.get('content-security-policy') ?? '';

test('the worker that stretches PINs may compile WebAssembly, and reaches nothing', async () => {
  expect(await policyOf('/assets/argon2-worker-B45IUqzq.js')).toBe("default-src 'none'; script-src 'wasm-unsafe-eval'");
});

test.each([
  '/',
  '/index.html',
  '/assets/app-B45IUqzq.js',
  '/assets/argon2-worker-B45IUqzq.js.map',
  '/assets/x/argon2-worker-B45IUqzq.js',
  '/argon2-worker-B45IUqzq.js',
  '/register?/assets/argon2-worker-B45IUqzq.js',
])('%s may not', async (path) => {
  const policy = await policyOf(path);
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('wasm');
});
