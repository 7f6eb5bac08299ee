import type { Transport } from '@lianxin/sync/client';
import { beforeEach, expect, test, vi } from 'vitest';
import { noteCookieOwner } from './cookie-owner.ts';
import { ownTransport } from './own-transport.ts';

const stored = new Map<string, string>();
const sent: string[] = [];
// What is carried is of no matter here, only whether it is.
const carry = (what: string) => async () => {
  sent.push(what);
  return { type: 'refusal', reason: 'busy' } as const;
};
const transport: Transport = { push: carry('push'), pull: carry('pull'), segments: carry('segments') };
const request = {} as never;

beforeEach(() => {
  stored.clear();
  sent.length = 0;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
});

test('nothing is carried while the server takes this browser for somebody else', async () => {
  const own = ownTransport('account-1', transport);
  noteCookieOwner('account-2');
  for (const carried of [own.push, own.pull, own.segments])
    expect(await carried(request)).toEqual({ type: 'refusal', reason: 'signedOut' });
  expect(sent).toEqual([]);
});

test("one's own work is carried, also where nobody has noted who signed in", async () => {
  const own = ownTransport('account-1', transport);
  await own.push(request);
  noteCookieOwner('account-1');
  await own.pull(request);
  expect(sent).toEqual(['push', 'pull']);
});
