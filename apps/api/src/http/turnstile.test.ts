import { describe, expect, it } from 'vitest';
import { createTurnstile } from './turnstile.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to. */
const openWork = () => {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end: () => end() };
};

describe('a turnstile', () => {
  it('lets work through together up to its limit and the rest after it, in order', async () => {
    const { pass } = createTurnstile({ together: 2, waiting: 10 });
    const started: string[] = [];
    const held = openWork();
    const note = (name: string) => () => {
      started.push(name);
      return held.work();
    };
    const all = ['a', 'b', 'c', 'd'].map((name) => pass(1, note(name)));
    await turn();
    expect(started).toEqual(['a', 'b']);
    held.end();
    await Promise.all(all);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('turns away at once what would make too much wait, and takes it again when there is room', async () => {
    const { pass } = createTurnstile({ together: 5, waiting: 10 });
    const held = openWork();
    const inside = pass(5, held.work);
    const waiting = [pass(6, () => 'first'), pass(4, () => 'second')];
    expect(pass(1, () => 'too many')).toBeUndefined();
    held.end();
    expect(await Promise.all([inside, ...waiting])).toEqual([undefined, 'first', 'second']);
    await turn();
    expect(await pass(1, () => 'room again')).toBe('room again');
  });

  it('lets through what is heavier than its limits when nothing else is there', async () => {
    const { pass } = createTurnstile({ together: 2, waiting: 3 });
    expect(await pass(200, () => 'heavy')).toBe('heavy');
  });

  it('goes on after work that failed', async () => {
    const { pass } = createTurnstile({ together: 1, waiting: 3 });
    await expect(pass(1, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(await pass(1, () => 'next')).toBe('next');
  });

  it('gives other work of the event loop its turn between two that pass', async () => {
    const { pass } = createTurnstile({ together: 1, waiting: 100 });
    let turns = 0;
    const count = (): void => {
      turns += 1;
      if (turns < 1_000) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(Array.from({ length: 20 }, () => pass(1, () => undefined)));
    expect(turns).toBeGreaterThanOrEqual(18);
  });
});
