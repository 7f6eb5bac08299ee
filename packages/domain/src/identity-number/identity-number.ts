import { type CivilDate, parseCivilDate } from '../kernel/civil-date.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** Computes the 18th character of a citizen ID number from its first 17 digits (GB 11643-1999). */
export const checkCharacterOf = (first17: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at] ?? 0), 0);
  return checkCharacters[sum % 11] ?? '';
};

/** Tells whether a text is 18 characters long and its last one agrees with the first 17 (GB 11643-1999). */
export const isCheckedIdentityNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) && checkCharacterOf(text.slice(0, 17)) === text[17];

/** Tells the day of birth that digits 7 to 14 name; undefined when there is no such day. */
export const birthDateOfIdentityNumber = (number: string): CivilDate | undefined => {
  const day = parseCivilDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  return day.ok ? day.value : undefined;
};

/** Tells the sex code of GB/T 2261.1 that digit 17 names: odd is male, even is female. */
export const sexOfIdentityNumber = (number: string): '1' | '2' => (Number(number[16]) % 2 === 1 ? '1' : '2');

/** Lengthens a first-generation number: the century goes in and the check character at the end. Sequences 996 to 999 were kept for people born before 1900. */
export const toEighteenDigits = (fifteen: string): string => {
  const century = Number(fifteen.slice(12)) >= 996 ? '18' : '19';
  const first17 = `${fifteen.slice(0, 6)}${century}${fifteen.slice(6)}`;
  return first17 + checkCharacterOf(first17);
};
