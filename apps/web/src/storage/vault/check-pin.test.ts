import { expect, test } from 'vitest';
import { findPinProblem, pinKeyboard } from './check-pin.ts';

test.each(['', '24680', ' 24680 ', 'abcde'])('%j is too short', (pin) => {
  expect(findPinProblem(pin)).toBe('tooShort');
});

test.each([
  ...['123456', '654321', '0123456789', '111111', '121212', '123123', '112233', 'abcdef', '123456'],
  ...['520131', '147258', '19680312', '20011231', 'qwerty', 'a123456'],
])('%j is among those that are tried first', (pin) => {
  expect(findPinProblem(pin)).toBe('tooEasy');
});

test.each(['246802', '135791', '908172', '19681312', '明天下雨了吗', 'k7!mmq'])('%j will do', (pin) => {
  expect(findPinProblem(pin)).toBeNull();
});

test('a PIN with letters is typed on another keyboard', () => {
  expect([pinKeyboard('246802'), pinKeyboard('246802'), pinKeyboard('24680x')]).toEqual([
    'digits',
    'digits',
    'letters',
  ]);
});
