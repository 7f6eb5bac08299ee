import type { MiddlewareHandler } from 'hono';
import type { Address } from './deps.ts';

/** Nothing but our own files, nothing inline, nobody may frame us. `blob:` images are drawings the page makes itself. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The one script that may compile WebAssembly: the worker that stretches PINs. A worker goes by the policy it came with,
 * so no page gets the permission.
 */
const pinWorkerPath = /^\/assets\/argon2-worker-[\w-]+\.js$/;
const pinWorkerPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'";

const fixedHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Sets the headers that keep the page to itself, on every answer. */
export const secureHeaders =
  (address: Address): MiddlewareHandler =>
  async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(fixedHeaders)) {
      // An answer may only be stricter about itself: a picture is shut into a sandbox.
      if (!isSandboxed(context.res, name)) context.res.headers.set(name, value);
    }
    if (pinWorkerPath.test(context.req.path)) context.res.headers.set('content-security-policy', pinWorkerPolicy);
    if (address.isTls) context.res.headers.set('strict-transport-security', 'max-age=31536000');
    if (context.req.path.startsWith('/api/')) context.res.headers.set('cache-control', 'no-store');
  };

const isSandboxed = (answer: Response, name: string): boolean =>
  name === 'content-security-policy' && (answer.headers.get(name)?.startsWith("default-src 'none'; sandbox;") ?? false);
