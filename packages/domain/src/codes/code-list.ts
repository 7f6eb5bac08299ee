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

/** Finds the code that a ledger means by a label, a synonym or the code itself; undefined when no entry says exactly that. */
export const codeFromLabel = <L extends LedgerCodeList>(list: L, text: string): CodeOf<L> | undefined => {
  const wanted = comparable(text);
  if (wanted === '') return undefined;
  const means = (entry: LedgerCodeEntry): boolean =>
    [entry.zh, ...(entry.synonyms ?? []), entry.code, entry.en].some((word) => comparable(word) === wanted);
  return list.entries.find(means)?.code;
};
