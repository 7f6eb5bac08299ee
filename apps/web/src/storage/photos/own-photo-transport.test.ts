import { beforeEach, expect, test, vi } from 'vitest';
import { noteCookieOwner } from '../cookie-owner.ts';
import { ownPhotoTransport } from './own-photo-transport.ts';
import type { PhotoTransport } from './photo-transport.ts';

const stored = new Map<string, string>();
const carried: string[] = [];
const state = { type: 'state', have: 0, complete: false, refused: false } as const;
const transport: PhotoTransport = {
  look: async () => {
    carried.push('look');
    return state;
  },
  send: async () => {
    carried.push('send');
    return state;
  },
  fetch: async () => {
    carried.push('fetch');
    return null;
  },
};
const [hash, bytes] = ['ab'.repeat(32), new Uint8Array([1])];

beforeEach(() => {
  stored.clear();
  carried.length = 0;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
});

test('no picture travels while the server takes this browser for somebody else: it waits for its author', async () => {
  const own = ownPhotoTransport('account-1', transport);
  noteCookieOwner('account-2');
  expect([await own.look(hash), await own.send(hash, 0, bytes)]).toEqual([{ type: 'later' }, { type: 'later' }]);
  expect(await own.fetch(hash)).toBeUndefined();
  expect(carried).toEqual([]);
});

test("one's own pictures travel", async () => {
  const own = ownPhotoTransport('account-1', transport);
  noteCookieOwner('account-1');
  await own.look(hash);
  await own.send(hash, 0, bytes);
  await own.fetch(hash);
  expect(carried).toEqual(['look', 'send', 'fetch']);
});
