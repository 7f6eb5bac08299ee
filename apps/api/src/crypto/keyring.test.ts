import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { createKeyring, openKeyFile } from './keyring.ts';

const number = '410599195003031234';

describe('the keyring', () => {
  it('opens what it sealed for the same record and nothing else', () => {
    const keyring = createKeyring(Buffer.alloc(32, 1));
    const sealed = keyring.seal(number, 'person-1');
    expect(keyring.open(sealed, 'person-1')).toBe(number);
    expect(() => keyring.open(sealed, 'person-2')).toThrow();
    expect(() => createKeyring(Buffer.alloc(32, 2)).open(sealed, 'person-1')).toThrow(/another algorithm or key/);
    expect(() => keyring.open(`${sealed.slice(0, -4)}AAAA`, 'person-1')).toThrow();
  });

  it('seals the same number differently each time and hashes it the same', () => {
    const keyring = createKeyring(Buffer.alloc(32, 1));
    expect(keyring.seal(number, 'a')).not.toBe(keyring.seal(number, 'a'));
    expect(keyring.hashIdentityNumber(number)).toBe(keyring.hashIdentityNumber(number));
    expect(keyring.hashIdentityNumber(number)).not.toBe(keyring.hashSecret(number));
    expect(keyring.seal(number, 'a')).toMatch(/^lx1\.a256gcm\./);
  });

  it('makes a key file at the first start that only its owner can read', () => {
    const file = join(freshDirectory(), 'keys', 'lianxin.key');
    const first = openKeyFile(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(openKeyFile(file).checkValue).toBe(first.checkValue);
  });
});
