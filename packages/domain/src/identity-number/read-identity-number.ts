import type { CivilDate } from '../kernel/civil-date.ts';
import { isMasked } from '../mask/is-masked.ts';
import {
  birthDateOfIdentityNumber,
  isCheckedIdentityNumber,
  sexOfIdentityNumber,
  toEighteenDigits,
} from './identity-number.ts';

/** Is what was put right or looks wrong about a written ID number. None of them stops anybody from being recorded. */
export type IdentityNumberFinding =
  | 'fullWidth'
  | 'lowerX'
  | 'separators'
  | 'fifteenDigits'
  | 'ruined'
  | 'checkFails'
  | 'malformed'
  | 'birthImpossible'
  | 'sexDiffers'
  | 'birthDiffers';

/**
 * Is what a written ID number amounts to. `number` is null when there is none to keep: nothing was written, it is
 * masked, or a spreadsheet has ruined it. `toCheck` marks a number that is kept although something is wrong with it.
 */
export interface IdentityNumberReading {
  readonly state: 'none' | 'masked' | 'ruined' | 'checked' | 'toCheck';
  readonly number: string | null;
  readonly findings: readonly IdentityNumberFinding[];
}

/** Is what else is known of the person, so that a contradiction can be seen. */
export interface KnownOfPerson {
  readonly sex?: string | undefined;
  readonly birthOn?: CivilDate | undefined;
}

const wordsForNone = /^(无|没有|不详|未知|未办|未办理|暂无|未登记|[-—/\\、.]+)$/u;

/** Reads an ID number as people write it: full-width digits, spaces, a lower-case x and 15 digits are put right; the area is never judged because codes get abolished. */
export const readIdentityNumber = (written: string, known: KnownOfPerson = {}): IdentityNumberReading => {
  const trimmed = written.trim();
  if (trimmed === '' || wordsForNone.test(trimmed)) return { state: 'none', number: null, findings: [] };
  if (isMasked(trimmed)) return { state: 'masked', number: null, findings: [] };
  const { text, findings } = normalise(trimmed);
  if (isRuinedBySpreadsheet(text, known.sex)) return { state: 'ruined', number: null, findings: ['ruined'] };
  if (/^\d{15}$/.test(text)) return judge(toEighteenDigits(text), [...findings, 'fifteenDigits'], known);
  return judge(text, findings, known);
};

/** Tells whether a spreadsheet has turned the number into a float: 1.10105E+17, or the last three digits are 000 and the check or the recorded sex contradicts them. */
export const isRuinedBySpreadsheet = (text: string, sex?: string): boolean => {
  if (/^\d(\.\d+)?E\+?\d{2}$/i.test(text)) return true;
  if (!/^\d{15}000$/.test(text)) return false;
  return !isCheckedIdentityNumber(text) || sex === '1';
};

const normalise = (trimmed: string): { text: string; findings: IdentityNumberFinding[] } => {
  const findings: IdentityNumberFinding[] = [];
  const halfWidth = trimmed.normalize('NFKC');
  if (/[０-９Ｘｘ]/u.test(trimmed)) findings.push('fullWidth');
  const joined = halfWidth.replace(/[\s\u200b\ufeff'"‘’“”]/gu, '');
  const text = /^[\d-]+[\dXx]$/.test(joined) ? joined.replaceAll('-', '') : joined;
  if (/[ \-\u00a0\u3000]/u.test(trimmed)) findings.push('separators');
  if (/x$/.test(text)) findings.push('lowerX');
  return { text: text.toUpperCase(), findings };
};

const judge = (text: string, before: IdentityNumberFinding[], known: KnownOfPerson): IdentityNumberReading => {
  if (!/^\d{17}[\dX]$/.test(text)) return { state: 'toCheck', number: text, findings: [...before, 'malformed'] };
  const findings = [...before];
  const birthOn = birthDateOfIdentityNumber(text);
  if (!isCheckedIdentityNumber(text)) findings.push('checkFails');
  if (birthOn === undefined) findings.push('birthImpossible');
  else if (known.birthOn !== undefined && known.birthOn !== birthOn) findings.push('birthDiffers');
  if ((known.sex === '1' || known.sex === '2') && known.sex !== sexOfIdentityNumber(text)) findings.push('sexDiffers');
  const isDoubtful = findings.includes('checkFails') || findings.includes('birthImpossible');
  return { state: isDoubtful ? 'toCheck' : 'checked', number: text, findings };
};
