import { expect, it } from 'vitest';
import { describeBrowser } from './describe-browser.ts';

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0';

it.each([
  [`Mozilla/5.0 (Linux; Android 14; V2284A) ${chrome} Mobile Safari/537.36`, 'Android · Chrome'],
  [`Mozilla/5.0 (Phone; OpenHarmony 5.0) ${chrome} Safari/537.36 ArkWeb/4.1`, 'HarmonyOS · Huawei'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'iPhone · Safari',
  ],
  [`Mozilla/5.0 (Linux; Android 14) ${chrome} Mobile Safari/537.36 MicroMessenger/8.0`, 'Android · WeChat'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/138.0`, 'Windows · Edge'],
])('calls %s by a short name', (userAgent, label) => {
  expect(describeBrowser(userAgent)).toBe(label);
});

it('says nothing of a browser that it does not know, and repeats none of its words', () => {
  expect(describeBrowser('<b>王芳</b>')).toBe('');
  expect(describeBrowser(undefined)).toBe('');
});
