import type { CodeList } from '../kernel/field.ts';

/** Is one entry of a list that ledgers use: its code, its two labels, and the other words people write for it. */
export interface LedgerCodeEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly synonyms?: readonly string[];
}

/** Is a code list whose entries know the words that old ledgers write for them. */
export interface LedgerCodeList extends CodeList {
  readonly entries: readonly LedgerCodeEntry[];
}

/** Is the union of the codes of one list, so that a wrong code is a compile error. */
export type CodeOf<L extends CodeList> = L['entries'][number]['code'];

/** Tells whether a value is a code of the list. */
export const isCodeOf = <L extends CodeList>(list: L, value: unknown): value is CodeOf<L> =>
  list.entries.some((entry) => entry.code === value);

/** Gives the label of a code; an unknown code comes back as it is, so that nothing recorded disappears from a page. */
export const codeLabel = (list: CodeList, code: string, language: 'zh' | 'en' = 'zh'): string =>
  list.entries.find((entry) => entry.code === code)?.[language] ?? code;

const comparable = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Imports look up tens of thousands of cells, so the words of a list are prepared once. */
const codesByWord = new WeakMap<LedgerCodeList, ReadonlyMap<string, string>>();

const wordsOf = (list: LedgerCodeList): ReadonlyMap<string, string> => {
  const known = codesByWord.get(list);
  if (known) return known;
  const words = new Map<string, string>();
  for (const { code, zh, en, synonyms } of list.entries) {
    for (const word of [zh, ...(synonyms ?? []), code, en]) {
      if (!words.has(comparable(word))) words.set(comparable(word), code);
    }
  }
  codesByWord.set(list, words);
  return words;
};

/** Finds the code that a ledger means by a label, a synonym or the code itself; undefined when no entry says exactly that. */
export const codeFromLabel = <L extends LedgerCodeList>(list: L, text: string): CodeOf<L> | undefined => {
  const code = wordsOf(list).get(comparable(text));
  return isCodeOf(list, code) ? code : undefined;
};
