import type { Address } from './deps.ts';

/** Says whether people reach the server over HTTPS, directly or through the proxy that PUBLIC_URL names. */
export const isHttps = (address: Address): boolean => address.isTls || address.publicUrl?.protocol === 'https:';

/** Says whether a request's address can work offline: browsers allow service workers only over HTTPS and on the own machine. */
export const isSecureAddress = (address: Address, host: string | null): boolean => isHttps(address) || isLoopback(host);

/** Says whether a Host header names this machine. */
export const isLoopback = (host: string | null): boolean => {
  const name = hostnameOf(host);
  return name === 'localhost' || name === '[::1]' || name.endsWith('.localhost') || /^127(\.\d{1,3}){3}$/.test(name);
};

/** Tells the origin that links to this server begin with. */
export const originOf = (address: Address, host: string | null): string =>
  address.publicUrl?.origin ?? `${address.isTls ? 'https' : 'http'}://${host ?? '127.0.0.1'}`;

const hostnameOf = (host: string | null): string => {
  try {
    return new URL(`http://${host ?? ''}`).hostname;
  } catch {
    return '';
  }
};
