import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Tells the address a request came from; behind a proxy on this machine, the one the proxy names last. */
export const clientAddress = (context: Context): string => {
  const direct = connectionAddress(context);
  const isProxyHere = direct === '' || direct === '127.0.0.1' || direct === '::1' || direct === '::ffff:127.0.0.1';
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return isProxyHere && forwarded ? forwarded : direct;
};

/** Without a socket, as in tests that call the application directly, there is no address. */
const connectionAddress = (context: Context): string => {
  const env: unknown = context.env;
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return '';
  return getConnInfo(context).remote.address ?? '';
};
