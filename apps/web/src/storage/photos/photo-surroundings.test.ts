import { createRowIndex, emptyMeta } from '@lianxin/sync/client';
import { expect, it } from 'vitest';
import { decidePhoto } from './decide-photo.ts';
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

it('keeps the picture of a visit that was at another door while its new record waits, though the old one is gone', () => {
  const entry = { n: 1, id: 'm1', version: 1, at: 1, acknowledgedRev: null };
  const photo = { id: 'p2', fields: { sha256 } };
  const outbox = [
    { ...entry, name: 'photo.add', args: { photo } },
    { ...entry, n: 2, id: 'm2', name: 'photo.remove', args: { photoId: 'p1' } },
  ] as const;
  // Only what is read of an entry is given here.
  const moving = { state: () => ({ ...state, outbox: outbox as never }), confirmed: createRowIndex() };
  const around = surroundingsOf(moving, { ...nothingHere, atRest: [] }, 9)(sha256);
  expect(around).toMatchObject({ isWaiting: true, isRecorded: false });
  const sent = { step: 'recorded', sent: 9, sentAt: 1, sentEpoch: null, refusedAt: null, addedAt: 1 } as const;
  expect(decidePhoto({ sha256, communityId: 'town', ...sent }, around).action).toBe('wait');
});
