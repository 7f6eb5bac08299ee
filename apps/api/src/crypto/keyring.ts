import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { assert } from '@lianxin/domain';

/** Seals and finds values with keys that lie outside the database. */
export interface Keyring {
  /** Seals a text bound to the record it belongs to; the envelope names its algorithm and key, so that either can be replaced. */
  readonly seal: (plain: string, record: string) => string;
  readonly open: (envelope: string, record: string) => string;
  readonly sealBytes: (plain: Uint8Array, record: string) => Buffer;
  readonly openBytes: (sealed: Uint8Array, record: string) => Buffer;
  /** Tells a value that is equal for equal ID numbers and worthless without the key. */
  readonly hashIdentityNumber: (plain: string) => string;
  /** Hashes what lets somebody in: session tokens and invitations. */
  readonly hashSecret: (secret: string) => string;
  /** Proves inside a rescue file or a deposit that it was made under a session of an account; only this key can make it. */
  readonly rescueTicket: (accountId: string, sessionId: string) => string;
  /** Tells the session that a ticket was given to, null for tickets of a time when they named none; undefined when it is no ticket of the account. Compares in constant time. */
  readonly readRescueTicket: (ticket: string, accountId: string) => { readonly sessionId: string | null } | undefined;
  /** Tells whether a database belongs to this key, without telling anything about the key. */
  readonly checkValue: string;
}

const algorithm = 'a256gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Reads the key file, or makes one at the first start. Whoever loses it loses every sealed ID number. */
export const openKeyFile = (file: string): Keyring => {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(keyBytes).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  assert(secret.length === keyBytes, `the key file ${file} does not hold ${keyBytes} bytes`);
  return createKeyring(secret);
};

/** Derives one key per purpose from the secret, so that no key is used for two things. */
export const createKeyring = (secret: Buffer): Keyring => {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'lianxin', purpose, keyBytes));
  const sealKey = derive('seal-v1');
  const identityKey = derive('identity-number-v1');
  const secretKey = derive('secret-v1');
  const ticketKey = derive('rescue-ticket-v1');
  const keyId = createHmac('sha256', derive('key-id')).update('k').digest('base64url').slice(0, 8);
  const header = `lx1.${algorithm}.${keyId}`;
  const aad = (record: string): Buffer => Buffer.from(`${header}|${record}`);
  const sealBytes = (plain: Uint8Array, record: string): Buffer => {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(aad(record));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from(`${header}.`), nonce, cipher.getAuthTag(), body]);
  };
  const openBytes = (sealed: Uint8Array, record: string): Buffer => {
    const bytes = Buffer.from(sealed);
    const start = header.length + 1;
    assert(bytes.subarray(0, start).toString() === `${header}.`, 'a sealed value has another algorithm or key');
    const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(start, start + nonceBytes)).setAAD(
      aad(record),
    );
    decipher.setAuthTag(bytes.subarray(start + nonceBytes, start + nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(start + nonceBytes + tagBytes)), decipher.final()]);
  };
  /** Ids hold no such sign, so that no two pairs of them read the same. */
  const proofOf = (accountId: string, sessionId: string | null): string =>
    createHmac('sha256', ticketKey)
      .update(sessionId === null ? accountId : `${accountId}|${sessionId}`)
      .digest('base64url');
  return {
    rescueTicket: (accountId, sessionId) => `${sessionId}.${proofOf(accountId, sessionId)}`,
    readRescueTicket: (ticket, accountId) => {
      const dot = ticket.lastIndexOf('.');
      const sessionId = dot < 0 ? null : ticket.slice(0, dot);
      const [given, right] = [Buffer.from(ticket.slice(dot + 1)), Buffer.from(proofOf(accountId, sessionId))];
      return given.length === right.length && timingSafeEqual(given, right) ? { sessionId } : undefined;
    },
    sealBytes,
    openBytes,
    seal: (plain, record) =>
      `${header}.${sealBytes(Buffer.from(plain), record)
        .subarray(header.length + 1)
        .toString('base64url')}`,
    open: (envelope, record) => {
      const body = Buffer.from(envelope.slice(header.length + 1), 'base64url');
      return openBytes(Buffer.concat([Buffer.from(envelope.slice(0, header.length + 1)), body]), record).toString(
        'utf8',
      );
    },
    hashIdentityNumber: (plain) => createHmac('sha256', identityKey).update(plain).digest('base64url'),
    hashSecret: (plain) => createHmac('sha256', secretKey).update(plain).digest('base64url'),
    checkValue: createHmac('sha256', derive('check-v1')).update('lianxin').digest('base64url'),
  };
};
