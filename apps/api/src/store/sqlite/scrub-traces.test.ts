import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../demo/random.ts';
import { openStoreIn } from '../../testing/open-store-in.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { hasTraces, noteTraces, scrubTraces } from './scrub-traces.ts';

type Opened = ReturnType<typeof openTestStore>;

const word = 'PLANTED-VALUE-0001';

const copiesIn = ({ core, directory }: Opened): number => {
  core.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  return readFileSync(join(directory, 'lianxin.sqlite')).toString('latin1').split(word).length - 1;
};

/** Writes a word into some rows, lets the rows around them grow and shrink, and takes the word out again as an erasure does. */
const writeAndErase = ({ core }: Opened, seed: number): void => {
  const random = createRandom(seed);
  const { sqlite } = core.writer;
  const put = sqlite.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const anyKey = (): string => `row-${seed}-${String(random.below(1_000)).padStart(8, '0')}`;
  const write = (written: readonly string[], text: () => string): void =>
    sqlite.transaction(() => {
      for (const key of written) put.run(key, text());
    })();
  const anyKeys = (count: number): readonly string[] => Array.from({ length: count }, anyKey);
  write(anyKeys(1_500), () => 'x'.repeat(random.below(600)));
  const planted = anyKeys(20);
  write(planted, () => word + 'y'.repeat(random.below(900)));
  write(
    anyKeys(2_000).filter((key) => !planted.includes(key)),
    () => 'z'.repeat(random.below(1_500)),
  );
  write(planted, () => 'erased');
};

describe('what was erased', () => {
  it('stays in the free space of pages whose rows were moved, and goes when the file is rewritten', () => {
    const opened = openTestStore();
    for (let seed = 1; copiesIn(opened) === 0 && seed <= 40; seed += 1) writeAndErase(opened, seed);
    expect(copiesIn(opened)).toBeGreaterThan(0);
    expect(scrubTraces(opened.core.writer)).toBe(true);
    expect(copiesIn(opened)).toBe(0);
  });

  it('does not fill the log with one rewritten file after another while somebody still reads', () => {
    const opened = openTestStore();
    writeAndErase(opened, 1);
    const { writer, openReader } = opened.core;
    const reader = openReader();
    const rows = reader.prepare('SELECT * FROM settings').iterate();
    rows.next();
    noteTraces(writer);
    const logBytes = (): number => statSync(join(opened.directory, 'lianxin.sqlite-wal')).size;
    const before = logBytes();
    for (let tries = 0; tries < 4; tries += 1) expect(scrubTraces(writer)).toBe(false);
    expect(logBytes()).toBe(before);
    rows.return?.();
    reader.close();
    expect(scrubTraces(writer)).toBe(true);
  });

  it('is scrubbed once nobody reads the old state any more', () => {
    const opened = openTestStore();
    const { writer, openReader } = opened.core;
    const reader = openReader();
    const rows = reader.prepare('SELECT * FROM settings').iterate();
    rows.next();
    noteTraces(writer);
    expect(scrubTraces(writer)).toBe(false);
    expect(hasTraces(writer)).toBe(true);
    rows.return?.();
    reader.close();
    expect(scrubTraces(writer)).toBe(true);
    expect(hasTraces(writer)).toBe(false);
  });

  it('is scrubbed at the next start when the process ended before it came to that', async () => {
    const { core, store, directory } = openTestStore();
    noteTraces(core.writer);
    await store.close();
    const again = openStoreIn(directory);
    expect(hasTraces(again.core.writer)).toBe(false);
    await again.store.close();
  });
});
