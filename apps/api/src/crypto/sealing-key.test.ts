import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { createSealingKey, newPrivateKey, openSealingKeyFile, sealingKeyFile } from './sealing-key.ts';

it('is made at the first start beside the key file, for its owner only, and stays the same', () => {
  const file = sealingKeyFile(join(freshDirectory(), 'keys', 'lianxin.key'));
  const first = openSealingKeyFile(file);
  expect(file).toMatch(/keys\/lianxin-sealing\.key$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(openSealingKeyFile(file).publicKey).toBe(first.publicKey);
});

it('is told to phones as the raw point that their browsers import', async () => {
  const point = Buffer.from(createSealingKey(newPrivateKey()).publicKey, 'base64url');
  expect([point.length, point[0]]).toEqual([65, 4]);
  const key = await crypto.subtle.importKey('raw', point, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  expect(key.type).toBe('public');
});

it('has a name of its own for every server', () => {
  const ids = [1, 2, 3].map(() => createSealingKey(newPrivateKey()).keyId);
  expect(new Set(ids).size).toBe(3);
});
