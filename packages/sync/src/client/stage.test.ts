import { maxMutationBytes } from '@lianxin/protocol';
import { newNeed } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { applyChange, emptyMeta, type LocalState } from './local-state.ts';
import { type Intent, stageMutations, utf8Length } from './stage.ts';

const empty: LocalState = {
  meta: { ...emptyMeta('town_000000000000001', 'replica_0000000001'), offsetMs: -500 },
  outbox: [],
  attention: [],
  kept: [],
};
const raise = (detail: string): Intent => ({
  name: 'need.raise',
  args: { need: newNeed('need_0000000000001', { dwellingId: 'dwelling_0000000001', detail }) },
});
const stampOf = (...ids: readonly string[]) => {
  const left = [...ids];
  return { newId: () => left.shift() ?? 'none_left_00000000', at: 9_000 };
};

describe('staging mutations', () => {
  it('numbers them without a gap and keeps id, clock and measured offset', () => {
    const staged = stageMutations(
      empty,
      [raise('水管'), raise('路灯')],
      stampOf('first_000000000001', 'second_00000000001'),
    );
    if (!staged.ok) throw new Error('not staged');
    expect(staged.value.putOutbox).toMatchObject([
      {
        n: 1,
        id: 'first_000000000001',
        name: 'need.raise',
        version: 1,
        at: 9_000,
        offsetMs: -500,
        acknowledgedRev: null,
      },
      { n: 2, id: 'second_00000000001' },
    ]);
    expect(staged.value.meta).toMatchObject({ nextN: 3, version: 1 });
    const next = stageMutations(applyChange(empty, staged.value), [raise('门锁')], stampOf('third_000000000001'));
    expect(next.ok && next.value.putOutbox[0]?.n).toBe(3);
  });

  it('saves nothing at all when one of them is too large, and says how large', () => {
    const detail = '字'.repeat(maxMutationBytes / 3);
    const staged = stageMutations(empty, [raise('水管'), raise(detail)], stampOf('first_000000000001'));
    expect(staged).toMatchObject({ ok: false, error: { type: 'MutationTooLarge' } });
    expect(!staged.ok && staged.error.bytes).toBeGreaterThan(maxMutationBytes);
  });

  it('changes neither rows nor what is already there', () => {
    const staged = stageMutations(empty, [raise('水管')], stampOf('first_000000000001'));
    expect(staged).toMatchObject({
      ok: true,
      value: { putRows: [], removeRows: [], removeOutbox: [], putAttention: [], removeAttention: [], clearRows: false },
    });
  });
});

describe('the length of a text in UTF-8', () => {
  it.each(['', 'a', 'é', '王', '𠮷䶮', '😀', 'a王é😀', JSON.stringify({ note: '王\n"𠮷"' })])(
    'is counted for %j as an encoder counts it',
    (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    },
  );
});

describe('applying a change to the state in memory', () => {
  const entry = (n: number, acknowledgedRev: number | null = null) => ({
    communityId: 'c',
    n,
    order: n,
    id: `m${n}`,
    name: 'x',
    version: 1,
    at: 1,
    offsetMs: 0,
    args: {},
    acknowledgedRev,
  });
  const attention = (id: string) => ({
    id,
    communityId: 'c',
    name: 'x',
    version: 1,
    at: 1,
    args: {},
    outcome: 'held' as const,
    reason: null,
    field: null,
  });
  const base: LocalState = { ...empty, outbox: [entry(1), entry(2)], attention: [attention('a'), attention('b')] };
  const change = {
    meta: empty.meta,
    putOutbox: [],
    removeOutbox: [],
    putAttention: [],
    removeAttention: [],
    putKept: [],
    removeKept: [],
    putRows: [],
    removeRows: [],
    clearRows: false,
  };

  it('replaces an entry by its number and keeps the order of numbers', () => {
    const next = applyChange(base, { ...change, putOutbox: [entry(3), entry(1, 7)] });
    expect(next.outbox.map((item) => [item.n, item.acknowledgedRev])).toEqual([
      [1, 7],
      [2, null],
      [3, null],
    ]);
  });

  it('lets numbers be given anew in one change', () => {
    const next = applyChange(base, { ...change, removeOutbox: [1, 2], putOutbox: [{ ...entry(2), n: 1 }] });
    expect(next.outbox.map((item) => [item.n, item.id])).toEqual([[1, 'm2']]);
  });

  it('dismisses what a person has read', () => {
    const next = applyChange(base, { ...change, removeAttention: ['a'], putAttention: [attention('c')] });
    expect(next.attention.map((item) => item.id)).toEqual(['b', 'c']);
  });
});
