import { codeFromLabel, tagKind } from '@lianxin/domain';
import { type ColumnTarget, isLedgerField, type LedgerField, ledgerFields } from './ledger-field.ts';

/** Is what a heading means and how sure that is: 1 = word for word, lower = a known word inside a longer heading. */
export interface HeadingMatch {
  readonly target: ColumnTarget;
  readonly confidence: number;
}

/** Removes what decorates headings: spaces, brackets with remarks, stars, colons. */
const comparableHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replace(/[*:：、,，。_-]+$|^[*]+/gu, '')
    .toLowerCase();

/** Other people's names and phones stand in ledgers too; they must not be taken for the resident's. */
const aboutSomebodyElse =
  /房东|房主|产权人|业主|监护人|紧急|联系人|负责人|网格员|网格长|楼长|楼栋长|包联|帮扶|填表|走访|登记人|承租人|单位电话/u;

const fieldByWord: ReadonlyMap<string, LedgerField> = new Map(
  Object.entries(ledgerFields)
    .flatMap(([field, spec]) =>
      isLedgerField(field) ? spec.words.map((word) => [comparableHeading(word), field] as const).reverse() : [],
    )
    .reverse(),
);

const wordsByLength = [...fieldByWord].filter(([word]) => word.length >= 2).sort(([a], [b]) => b.length - a.length);

/** Of a name, a phone or a number under a heading about the head, the head's is meant. */
const headOf: Partial<Record<LedgerField, LedgerField>> = {
  name: 'headName',
  phone: 'headPhone',
  identityNumber: 'headIdentityNumber',
};

/** Finds what a column holds from its heading and the group heading above it. */
export const matchHeading = (heading: string, group: string): HeadingMatch => {
  const text = comparableHeading(heading);
  if (text === '') return { target: 'kept', confidence: 0 };
  const match = exactMatch(text) ?? tagMatch(text) ?? looseMatch(text);
  if (match === undefined || aboutSomebodyElse.test(group)) return { target: 'kept', confidence: 0 };
  const target = isHeadGroup(group) ? headTarget(match.target) : match.target;
  return { target, confidence: match.confidence };
};

/** Says whether a text is, word for word, the heading of a column that ledgers have. */
export const isHeadingWord = (text: string): boolean => exactMatch(comparableHeading(text)) !== undefined;

const isHeadGroup = (group: string): boolean => /户主|户代表/u.test(group) && !/成员|关系/u.test(group);

const headTarget = (target: ColumnTarget): ColumnTarget => {
  if (!isLedgerField(target)) return 'kept';
  return headOf[target] ?? (ledgerFields[target].level === 'person' ? 'kept' : target);
};

const exactMatch = (text: string): HeadingMatch | undefined => {
  const field = fieldByWord.get(text);
  return field && { target: field, confidence: 1 };
};

/** A column 低保 or 是否党员 answers one question with yes or no. */
const tagMatch = (text: string): HeadingMatch | undefined => {
  const kind = codeFromLabel(tagKind, text.replace(/^是否(为|是|有)?/u, ''));
  return kind && { target: `tag:${kind}`, confidence: 0.9 };
};

const looseMatch = (text: string): HeadingMatch | undefined => {
  if (aboutSomebodyElse.test(text) || text.length > 14) return undefined;
  const found =
    wordsByLength.find(([word]) => text.endsWith(word)) ?? wordsByLength.find(([word]) => text.includes(word));
  return found && { target: found[1], confidence: 0.6 };
};
