import type { PinKeyboard } from './resting-vault.ts';

/** The fewest characters of a PIN. */
const minPinLength = 6;

/** Is why a PIN is no good. */
export type PinProblem = 'tooShort' | 'tooEasy';

/** Tells what is wrong with a PIN: too short, or among those that everybody tries first. */
export const findPinProblem = (typed: string): PinProblem | null => {
  const pin = normalPin(typed);
  if ([...pin].length < minPinLength) return 'tooShort';
  return isRepeated(pin) || isRun(pin) || isBirthDate(pin) || common.has(pin) ? 'tooEasy' : null;
};

/** Makes one PIN of every way to type it: full-width digits and stray blanks are a keyboard's doing. */
export const normalPin = (typed: string): string => typed.normalize('NFKC').trim();

/** Tells which keyboard a PIN needs. */
export const pinKeyboard = (typed: string): PinKeyboard => (/^\d+$/.test(normalPin(typed)) ? 'digits' : 'letters');

/** 111111, 121212, 123123, 112233 in pairs. */
const isRepeated = (pin: string): boolean => /^(.{1,3})\1+$/u.test(pin) || /^((.)\2)+$/u.test(pin);

/** 123456, 987654 and abcdef. */
const isRun = (pin: string): boolean => {
  const codes = [...pin].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
};

/** A day of birth is written on half of what its owner carries. */
const isBirthDate = (pin: string): boolean => /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(pin);

/** What remains of the lists of PINs that are tried first. */
const common: ReadonlySet<string> = new Set([
  ...['123321', '147258', '159357', '520131', '5201314', '1314520', '147258369', '1234567890', '0123456789'],
  ...['qwerty', 'password', 'abc123', '123qwe', 'a123456', '123abc', 'asdfgh', 'admin123', 'lianxin'],
]);
