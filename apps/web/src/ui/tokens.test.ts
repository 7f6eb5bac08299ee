import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Tokens = Readonly<Record<string, string>>;

const tokensAfter = (selector: string): Tokens => {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2]]));
};

const light = tokensAfter(':root');
const darkBySystem = tokensAfter(':root:not([data-theme="light"])');
const darkByChoice = tokensAfter(':root[data-theme="dark"]');
const clear = tokensAfter(':root[data-contrast="more"]');
const clearDarkBySystem = tokensAfter(':root[data-contrast="more"]:not([data-theme="light"])');
const clearDarkByChoice = tokensAfter(':root[data-contrast="more"][data-theme="dark"]');

const channelOf = (hex: string, at: number): number => {
  const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

const luminanceOf = (hex: string): number =>
  0.2126 * channelOf(hex, 1) + 0.7152 * channelOf(hex, 3) + 0.0722 * channelOf(hex, 5);

/** The contrast ratio of WCAG 2.2, 1 to 21. */
const contrastOf = (tokens: Tokens, [front, back]: readonly [string, string]): number => {
  const [a, b] = [luminanceOf(tokens[front] ?? ''), luminanceOf(tokens[back] ?? '')];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

// Every text colour on every ground that some component puts it on.
const textPairs: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'faint', 'press', 'late', 'soon', 'done'].flatMap((front) => [
    [front, 'paper'] as const,
    [front, 'raised'] as const,
  ]),
  ...['ink', 'soft', 'press'].map((front) => [front, 'press-soft'] as const),
  ...['ink', 'soft'].flatMap((front) => [[front, 'soon-soft'] as const, [front, 'late-soft'] as const]),
  ['on-press', 'press'],
  ['on-late', 'late'],
  ['paper', 'ink'],
];

// What must be seen without being read: the edge of a half-filled cell, the ring of the focus, the solid cells.
const shapePairs: readonly (readonly [string, string])[] = [
  ['soon', 'paper'],
  ['press', 'paper'],
  ['press', 'raised'],
  ['soft', 'paper'],
  ['late', 'paper'],
  ['ink', 'paper'],
];

const dark = { ...light, ...darkByChoice };

/** What WCAG 2.2 asks of text: AA of every theme, AAA where more contrast is asked for. */
describe.each([
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['clear light', { ...light, ...clear }, 7],
  ['clear dark', { ...dark, ...clearDarkByChoice }, 7],
] as const)('%s colours', (_name, tokens, least) => {
  test.each(textPairs)(`%s on %s reads at ${least} to 1 or better`, (front, back) => {
    expect(contrastOf(tokens, [front, back])).toBeGreaterThanOrEqual(least);
  });

  test.each(shapePairs)('%s stands out from %s at 3 to 1 or better', (front, back) => {
    expect(contrastOf(tokens, [front, back])).toBeGreaterThanOrEqual(3);
  });

  test('the solid states differ in greyscale from the quiet ones and from each other', () => {
    const grounds = ['late', 'ink', 'soon-soft', 'raised'].map((name) => luminanceOf(tokens[name] ?? ''));
    const sorted = [...grounds].sort((a, b) => a - b);
    const steps = sorted.slice(1).map((value, index) => (value + 0.05) / ((sorted[index] ?? 0) + 0.05));
    expect(Math.min(...steps)).toBeGreaterThan(1.35);
  });
});

test('dark by the system and dark by choice are the same colours', () => {
  expect(darkBySystem).toEqual(darkByChoice);
  expect(clearDarkBySystem).toEqual(clearDarkByChoice);
});

test('every colour of the light theme has a dark one', () => {
  const colours = Object.keys(light).filter((name) => /^(#|rgba)/.test(light[name] ?? ''));
  expect(Object.keys(darkByChoice)).toEqual(expect.arrayContaining(colours));
});

test('hairlines become lines that can be seen where more contrast is asked for', () => {
  expect(contrastOf({ ...light, ...clear }, ['line', 'paper'])).toBeGreaterThanOrEqual(3);
  expect(contrastOf({ ...dark, ...clearDarkByChoice }, ['line', 'paper'])).toBeGreaterThanOrEqual(3);
});

test('nothing moves for longer than 160 ms', () => {
  expect(Number.parseFloat(light['motion'] ?? '')).toBeLessThanOrEqual(160);
});

test('large type reaches 30 px for body text and 60 px for targets', () => {
  const large = tokensAfter(':root[data-type="large"]');
  const rootPx = (Number.parseFloat(large['root-size'] ?? '') / 100) * 16;
  expect(rootPx * Number.parseFloat(light['text-body'] ?? '')).toBeGreaterThanOrEqual(30);
  expect(large['target']).toBe('60px');
});
