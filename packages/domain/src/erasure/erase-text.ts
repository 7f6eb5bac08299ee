/** Stands in a text where a value was erased. */
export const erasedMark = '〔已抹除〕';

/** Is what a text may say of a person. Numbers are digits alone, a citizen ID number may end in X. */
export interface PersonValues {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  /** Names of others in which one of the person's own is contained: 王建 in 王建国. */
  readonly otherNames: readonly string[];
  /** Numbers that are somebody else's phone as well: a cell that holds nothing else is theirs. */
  readonly sharedNumbers: readonly string[];
}

/** Erases a person's values from texts. */
export interface TextEraser {
  /** Takes out numbers alone: they name nobody else. */
  readonly numbers: (text: string) => string;
  /** Takes out names too; only for texts that speak of the person's own household, because namesakes live elsewhere. */
  readonly all: (text: string) => string;
}

/** A name of one character is a syllable of everybody's sentences. */
const shortestName = 2;
/** Fewer digits are a door, a year or an amount. */
const shortestNumber = 7;
const longestGap = 2;

/** Prepares the erasing of a person's values. Spaces and hyphens inside a number, spaces inside a name and full-width digits hide nothing. */
export const createTextEraser = (values: PersonValues): TextEraser => {
  const numbers = values.numbers.filter((number) => number.length >= shortestNumber).map(numberPattern);
  const names = values.names.filter((name) => lettersOf(name).length >= shortestName).map(namePattern);
  const others = values.otherNames.map(namePattern);
  const shared = new Set(values.sharedNumbers);
  const eraseNumbers = numbers.length === 0 ? same : replacing(numbers, []);
  const eraseNames = names.length === 0 ? same : replacing(names, others);
  const withoutNumbers = (text: string): string => (shared.has(text.trim()) || isDay(text) ? text : eraseNumbers(text));
  return { numbers: withoutNumbers, all: (text) => eraseNames(withoutNumbers(text)) };
};

/** Lists the numbers that a written phone holds, digits alone. People write two into one cell, so a blank may part a number or two of them: both readings count. */
export const numbersIn = (text: string): readonly string[] => {
  const runs = text.normalize('NFKC').match(/\d(?:[\s-]{0,2}\d){6,}/gu) ?? [];
  const readings = runs.flatMap((run) => [run, ...run.split(/\s+/u)].map((piece) => piece.replace(/\D/gu, '')));
  return [...new Set(readings.filter((digits) => digits.length >= shortestNumber))];
};

const same = (text: string): string => text;

/** What is protected is matched first and given back as it stands. */
const replacing = (erased: readonly string[], kept: readonly string[]): ((text: string) => string) => {
  const longestFirst = [...kept].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${longestFirst.join('|') || '(?!)'})|(?:${erased.join('|')})`, 'gu');
  return (text) => text.replace(pattern, (_, protectedText?: string) => protectedText ?? erasedMark);
};

const numberPattern = (number: string): string => {
  const digits = [...number.toUpperCase()].map((digit) =>
    digit === 'X' ? '[XxＸｘ]' : `[${digit}${fullWidth(digit)}]`,
  );
  return `(?<![0-9０-９])${digits.join(`[\\s-]{0,${longestGap}}`)}(?![0-9０-９])`;
};

const namePattern = (name: string): string => {
  const letters = lettersOf(name);
  const body = letters.map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('\\s*');
  return `${isLatin(letters[0]) ? '(?<![A-Za-z])' : ''}${body}${isLatin(letters.at(-1)) ? '(?![A-Za-z])' : ''}`;
};

const lettersOf = (name: string): readonly string[] => [...name.replace(/\s+/gu, '')];

const isLatin = (letter: string | undefined): boolean => letter !== undefined && /[A-Za-z]/u.test(letter);

const fullWidth = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text);
