import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '..');

/** Tokens are declared here, and only here may a colour or a size be written out. */
const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const declared = new Set([...tokens.matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]));

const all = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(module\.css|tsx)$/.test(file),
);

/** Some values are known only when a drawing is drawn. */
const drawn = new Set(
  all
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => readFileSync(join(source, file), 'utf8').match(/--[a-z0-9-]+(?=')/g) ?? []),
);

const files = all
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file: relative(source, join(source, file)), css: readFileSync(join(source, file), 'utf8') }));

/** What is printed is black on white, whatever the screen looked like; and the veil behind a sheet gets no tokens from older browsers. */
const withoutExceptions = (css: string): string =>
  css.replace(/@media print \{[\s\S]*?\n\}/g, '').replace(/::backdrop \{[^}]*\}/g, '');

/** The stairwell is a drawing: its sizes are fractions of a door. */
const drawings = /ui\/(matrix|status-glyph|dock|timeline)/;

const declarations = (css: string, property: RegExp): readonly string[] =>
  [...css.matchAll(/(?:^|[\s;{])([a-z-]+): ([^;{}]+);/g)]
    .filter(([, name = '']) => property.test(name))
    .map(([, name, value]) => `${name}: ${value}`);

const space = /^(padding|margin|gap|row-gap|column-gap)(-[a-z-]+)?$/;

describe.each(files)('$file', ({ css }) => {
  test('writes out no colour', () => {
    expect(withoutExceptions(css).match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/gi) ?? []).toEqual([]);
  });

  test('asks for no token that nobody declared', () => {
    const own = new Set([...css.matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]));
    const asked = [...css.matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1]);
    expect(asked.filter((name) => ![declared, own, drawn].some((known) => known.has(name ?? '')))).toEqual([]);
  });

  test('moves only as long as the motion token says', () => {
    const moving = declarations(css, /^(transition|animation)(-duration)?$/);
    expect(moving.filter((line) => !/var\(--motion\)|none/.test(line))).toEqual([]);
  });
});

describe.each(files.filter(({ file }) => !drawings.test(file)))('$file', ({ css }) => {
  test('knows only sizes of text, corners and spaces that are tokens', () => {
    const sizes = declarations(css, /^font-size$/).filter(
      (line) => !/: (var\(--text-|var\(--root-size|inherit|[\d.]+em)/.test(line),
    );
    const corners = declarations(css, /^border-radius$/).filter((line) => /\d(rem|px)/.test(line));
    const spaces = declarations(css, space).filter((line) => /\drem/.test(line));
    expect([...sizes, ...corners, ...spaces]).toEqual([]);
  });
});
