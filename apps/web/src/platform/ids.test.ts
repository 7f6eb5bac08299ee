import { expect, test } from 'vitest';
import { newId, newRandomToken } from './ids.ts';

test('record ids are version 7 and later ones sort after earlier ones', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect([...ids].sort()).toEqual(ids);
});

test('random tokens carry 128 bits in letters that an address can hold', () => {
  const tokens = Array.from({ length: 50 }, newRandomToken);
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{22}$/.test(token))).toBe(true);
  expect(new Set(tokens).size).toBe(50);
});
