import { parseLedger, recogniseSheets } from '@lianxin/ledger';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReadingMemory } from './reading-memory.ts';

const workbook = recogniseSheets([]);
const read = { workbook, parsed: parseLedger(workbook) };

describe('the memory of what was read last', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('knows one reading, of one revision of one import', () => {
    const memory = createReadingMemory();
    memory.keep('a', 1, read);
    expect([memory.find('a', 1), memory.find('a', 2), memory.find('b', 1)]).toEqual([read, undefined, undefined]);
    memory.keep('b', 1, read);
    expect([memory.find('a', 1), memory.find('b', 1)]).toEqual([undefined, read]);
  });

  it('forgets it when it is told to, and by itself after a while', () => {
    const memory = createReadingMemory();
    memory.keep('a', 1, read);
    memory.forget();
    expect(memory.find('a', 1)).toBeUndefined();
    memory.keep('a', 1, read);
    vi.advanceTimersByTime(14 * 60_000);
    expect(memory.find('a', 1)).toBe(read);
    vi.advanceTimersByTime(2 * 60_000);
    expect(memory.find('a', 1)).toBeUndefined();
  });
});
