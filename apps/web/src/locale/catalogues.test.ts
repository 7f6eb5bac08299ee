import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = (language: string): string => join(import.meta.dirname, language);

/** What is printed hangs where residents read it, and speaks Chinese whatever the phone speaks. */
const onlyChinese = ['paper.ts'];

const filesOf = (language: string): readonly string[] =>
  readdirSync(folder(language)).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !onlyChinese.includes(file),
  );

const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

/** Lists the ways to every sentence of a catalogue. */
const waysIn = (value: unknown, way: string): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => waysIn(inner, `${way}.${key}`))
    : [way];

test('labels of the domain are taken in the language in use, by one place', () => {
  const source = join(import.meta.dirname, '..');
  const chooses = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.|testing/.test(file) && !file.startsWith('locale'))
    .filter((file) => {
      const text = readFileSync(join(source, file), 'utf8');
      return /\{ code, zh \}/.test(text) || /import \{[^}]*\bcodeLabel\b[^}]*\} from '@lianxin/.test(text);
    });
  expect(chooses).toEqual([]);
});

test('every file of words has its twin', () => {
  expect(filesOf('en')).toEqual(filesOf('zh-cn'));
});

describe.each(filesOf('zh-cn'))('%s', (file) => {
  test('says the same things in both languages', async () => {
    const zhCn: Record<string, unknown> = await import(join(folder('zh-cn'), file));
    const en: Record<string, unknown> = await import(join(folder('en'), file));
    for (const [name, words] of Object.entries(zhCn)) {
      if (typeof words === 'object')
        expect([...waysIn(en[name], name)].sort()).toEqual([...waysIn(words, name)].sort());
    }
  });

  test('speaks English in English', () => {
    const lines = readFileSync(join(folder('en'), file), 'utf8').split('\n');
    expect(lines.filter((line) => chinese.test(line))).toEqual([]);
  });
});
