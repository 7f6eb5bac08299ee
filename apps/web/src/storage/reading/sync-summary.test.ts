import { emptyMeta, type LocalState, type OutboxEntry } from '@lianxin/sync/client';
import { expect, test } from 'vitest';
import { summariseSync } from './sync-summary.ts';

const entry = (n: number, args: unknown, acknowledgedRev: number | null = null): OutboxEntry => ({
  communityId: 'community',
  n,
  order: n,
  id: `mutation-${n}`,
  name: 'visit.log',
  version: 1,
  at: 0,
  offsetMs: 0,
  args,
  acknowledgedRev,
});

const state = (outbox: readonly OutboxEntry[]): LocalState => ({
  meta: emptyMeta('community', 'replica'),
  outbox,
  attention: [],
  kept: [],
});

test('work that the server has acknowledged no longer counts as unsent', () => {
  expect(summariseSync(state([entry(1, {}, 7), entry(2, {})]))).toEqual({ unsent: 1, attention: 0, syncedAt: null });
});

test('what went to the new worker is good news and asks for nothing', () => {
  const told = { id: 'm', communityId: 'c', name: 'visit.log', version: 1, at: 0, args: {}, reason: null, field: null };
  const attention = [
    { ...told, outcome: 'handedOver' as const },
    { ...told, id: 'n', outcome: 'held' as const },
  ];
  expect(summariseSync({ ...state([]), attention }).attention).toBe(1);
});
