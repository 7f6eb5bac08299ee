import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert, err, ok, type Result } from '@lianxin/domain';
import { type SealedEnvelope, sealedBinding } from '@lianxin/protocol';

/** Opens what phones seal to this server. The private key lies beside the key file, never in the database. */
export interface SealingKey {
  /** The raw P-256 point in base64url, as phones are told it. */
  readonly publicKey: string;
  readonly keyId: string;
  /** Opens an envelope, bound to a record where it belongs to one: `otherKey` when it was sealed to another server, `damaged` when a byte of it is wrong. */
  readonly open: (envelope: SealedEnvelope, recordId?: string) => Result<Buffer, 'otherKey' | 'damaged'>;
}

const tagBytes = 16;
const pointBytes = 65;
const half = (pointBytes - 1) / 2;

/** Names the file of the sealing key: a neighbour of the key file, so that one folder is all that has to be kept safe. */
export const sealingKeyFile = (keyFile: string): string => join(dirname(keyFile), 'lianxin-sealing.key');

/** Reads the sealing key, or makes one at the first start. Without it no rescue file made for it can be opened. */
export const openSealingKeyFile = (file: string): SealingKey => {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, newPrivateKey(), { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  return createSealingKey(readFileSync(file, 'utf8'));
};

/** Makes a private key as PEM text. */
export const newPrivateKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Builds the sealing key from its PEM text. */
export const createSealingKey = (pem: string): SealingKey => {
  const privateKey = createPrivateKey(pem);
  const point = rawPoint(createPublicKey(privateKey));
  const keyId = createHash('sha256').update(point).digest('base64url').slice(0, 16);
  return {
    publicKey: point.toString('base64url'),
    keyId,
    open: (envelope, recordId) => {
      if (envelope.keyId !== keyId) return err('otherKey');
      try {
        return ok(open(privateKey, envelope, sealedBinding(envelope, recordId ?? null)));
      } catch {
        // A point that is not on the curve, a wrong tag or a short text: all of it is a damaged file.
        return err('damaged');
      }
    },
  };
};

const open = (privateKey: KeyObject, envelope: SealedEnvelope, binding: string): Buffer => {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
  const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(bytes(envelope.ephemeral)) });
  const key = Buffer.from(hkdfSync('sha256', shared, bytes(envelope.salt), binding, 32));
  const sealed = bytes(envelope.sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(envelope.iv), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(binding));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
};

const rawPoint = (key: KeyObject): Buffer => {
  const { x, y } = key.export({ format: 'jwk' });
  assert(x !== undefined && y !== undefined, 'the sealing key is not on P-256');
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
};

const publicKeyOf = (point: Buffer): KeyObject => {
  assert(point.length === pointBytes && point[0] === 4, 'not an uncompressed point');
  const x = point.subarray(1, 1 + half).toString('base64url');
  const y = point.subarray(1 + half).toString('base64url');
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
};
