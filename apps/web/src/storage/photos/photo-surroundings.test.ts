import { createRowIndex, emptyMeta } from '@lianxin/sync/client';
import { expect, it } from 'vitest';
import { surroundingsOf } from './photo-surroundings.ts';

const sha256 = 'ab'.repeat(32);
const state = { meta: emptyMeta('town', 'phone'), outbox: [], attention: [], kept: [] };
const register = { state: () => state, confirmed: createRowIndex() };
const nothingHere = { forms: () => [], get: () => undefined };

it('lets a picture belong to the form that another window has written half', () => {
  const elsewhere = { ...nothingHere, atRest: [{ photos: [{ sha256 }] }] };
  expect(surroundingsOf(register, elsewhere, 1)(sha256).isDrafted).toBe(true);
  expect(surroundingsOf(register, { ...nothingHere, atRest: [] }, 1)(sha256).isDrafted).toBe(false);
});
