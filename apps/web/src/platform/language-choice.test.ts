import { expect, test } from 'vitest';
import { preferredLanguage } from './language-choice.ts';

test('what was chosen on this device counts before what the browser says', () => {
  expect(preferredLanguage('en', ['zh-CN'])).toBe('en');
  expect(preferredLanguage('zh-CN', ['en-GB'])).toBe('zh-CN');
});

test.each([
  [['zh-CN', 'zh'], 'zh-CN'],
  [['en-US', 'zh-TW'], 'zh-CN'],
  [[], 'zh-CN'],
  [['en-US', 'en'], 'en'],
  [['de-DE'], 'en'],
] as const)('a browser that says %j is spoken to in %s', (browserLanguages, spoken) => {
  expect(preferredLanguage(null, browserLanguages)).toBe(spoken);
});

test('a language that is not known any more is forgotten', () => {
  expect(preferredLanguage('xx', ['zh-CN'])).toBe('zh-CN');
});
