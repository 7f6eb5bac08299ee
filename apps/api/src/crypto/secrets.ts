import { randomBytes, randomInt } from 'node:crypto';
import { invitationAlphabet, invitationCodeLength } from '@lianxin/protocol';

/** Makes a token of 256 random bits. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/** Makes a code that somebody can read from a card and type: about 39 bits, safe behind the look-up's rate limit. */
export const createCode = (): string =>
  Array.from({ length: invitationCodeLength }, () => invitationAlphabet[randomInt(invitationAlphabet.length)]).join('');

/** Reads a typed code as people type it: any case and width, with spaces or dashes, letters for the look-alikes that no code holds. */
export const normalizeCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
