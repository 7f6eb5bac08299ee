import type { Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import { sessionLifeMs } from '../access/session-life.ts';
import { isHttps } from './address.ts';
import type { Address } from './deps.ts';

/** A `__Host-` cookie cannot be set by a sibling domain or a plain-text page; it needs HTTPS, so the own machine goes without. */
const cookieName = (address: Address): string => (isHttps(address) ? '__Host-lianxin' : 'lianxin');

/** Reads the session token of a request. */
export const readSessionToken = (context: Context, address: Address): string | undefined =>
  getCookie(context, cookieName(address));

/** Writes the cookie that carries a session's token; scripts cannot read it. */
export const sessionCookie = (address: Address, token: string): string => {
  const maxAge = Math.floor(sessionLifeMs / 1000);
  return generateCookie(cookieName(address), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isHttps(address),
    maxAge,
  });
};

/** Writes the cookie that ends a session in the browser. */
export const endedSessionCookie = (address: Address): string =>
  generateCookie(cookieName(address), '', {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isHttps(address),
    maxAge: 0,
  });
