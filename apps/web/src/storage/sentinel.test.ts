import { beforeEach, describe, expect, it } from 'vitest';
import { clearLoss, clearSentinel, noteLoss, readLoss, readSentinel, writeSentinel } from './sentinel.ts';

const place = ['account-00000000000001', 'community-0000000000001'] as const;
const kept = new Map<string, string>();
let isFull = false;

beforeEach(() => {
  kept.clear();
  isFull = false;
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, text);
      },
      removeItem: (key: string) => void kept.delete(key),
    },
  });
});

describe('what is remembered beside the database', () => {
  it('grows with the register, and a late tab does not take it back', () => {
    expect(readSentinel(...place)).toBeNull();
    writeSentinel(...place, { version: 5, unsent: 2 });
    writeSentinel(...place, { version: 4, unsent: 9 });
    expect(readSentinel(...place)).toEqual({ version: 5, unsent: 2 });
    clearSentinel(...place);
    writeSentinel(...place, { version: 1, unsent: 0 });
    expect(readSentinel(...place)).toEqual({ version: 1, unsent: 0 });
  });

  it('belongs to one person in one community', () => {
    writeSentinel(...place, { version: 5, unsent: 2 });
    expect(readSentinel(place[0], 'community-0000000000002')).toBeNull();
    expect(readSentinel('account-00000000000002', place[1])).toBeNull();
  });

  it.each(['{', '[]', '"x"', '{"version":"5","unsent":2}'])('is nothing when it is damaged: %s', (text) => {
    writeSentinel(...place, { version: 5, unsent: 2 });
    for (const key of kept.keys()) kept.set(key, text);
    expect(readSentinel(...place)).toBeNull();
  });

  it('never stands in the way of a save when there is no room for it', () => {
    isFull = true;
    expect(() => writeSentinel(...place, { version: 5, unsent: 2 })).not.toThrow();
  });
});

describe('a loss', () => {
  const loss = { kind: 'everything', unsent: 3, at: 7 } as const;

  it.each([false, true])('is told until a person has read it, also when it cannot be written down (%s)', (full) => {
    isFull = full;
    noteLoss(...place, loss);
    expect(readLoss(...place)).toEqual(loss);
    clearLoss(...place);
    expect(readLoss(...place)).toBeNull();
  });
});
