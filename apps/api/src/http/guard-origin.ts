import type { MiddlewareHandler } from 'hono';
import { originOf } from './address.ts';
import type { Address } from './deps.ts';
import { problem } from './problem.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const bodyTypes = /^(application\/json|multipart\/form-data|image\/jpeg)\s*(;|$)/i;

/** Refuses changes that another site's page asks for: by where the browser says they come from, and by body types that a plain form cannot send. */
export const guardOrigin =
  (address: Address): MiddlewareHandler =>
  async (context, next) => {
    if (readingMethods.has(context.req.method)) return next();
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const isOwnOrigin =
      origin === undefined ||
      origin === originOf(address, context.req.header('host') ?? null) ||
      isSameHost(origin, context.req.header('host'));
    const isOwnSite = site === undefined ? isOwnOrigin : site === 'same-origin' || (site === 'none' && isOwnOrigin);
    const isPlain = hasBody(context.req.raw) && !bodyTypes.test(context.req.header('content-type') ?? '');
    if (!isOwnSite || (isPlain && context.req.method !== 'DELETE')) return problem('foreignOrigin');
    return next();
  };

/** A plain form names its body's type even when the body is empty; a call without a body has neither type nor length. */
const hasBody = (request: Request): boolean => {
  const length = request.headers.get('content-length');
  return request.headers.has('content-type') || (length === null ? request.body !== null : length !== '0');
};

const isSameHost = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;
