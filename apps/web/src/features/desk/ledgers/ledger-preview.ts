import type { AnswerSchema } from '../../../storage/api-client.ts';

/** Is one column of a ledger on screen. */
export interface LedgerColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric: boolean;
}

/** Is one export that was made of a community's ledgers. */
export interface LedgerExport {
  readonly number: string;
  readonly at: number;
  readonly byName: string;
  readonly rows: number;
  readonly isUnmasked: boolean;
}

/** Is the beginning of a ledger as it would be exported, masked, with its figures and who exported it before. Looking writes no audit row: it shows less than a phone does. */
export interface LedgerPreview {
  readonly columns: readonly LedgerColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly total: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly exports: readonly LedgerExport[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

const isListOf = <T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(isItem);

const isColumn = (value: unknown): value is LedgerColumn =>
  isFields(value) && isText(value['key']) && isText(value['label']) && typeof value['numeric'] === 'boolean';

const isExport = (value: unknown): value is LedgerExport =>
  isFields(value) &&
  isText(value['number']) &&
  isNumber(value['at']) &&
  isText(value['byName']) &&
  isNumber(value['rows']) &&
  typeof value['isUnmasked'] === 'boolean';

const isRow = (value: unknown): value is readonly string[] => isListOf(value, isText);

const isPreview = (value: unknown): value is LedgerPreview =>
  isFields(value) &&
  isListOf(value['columns'], isColumn) &&
  isListOf(value['rows'], isRow) &&
  isNumber(value['total']) &&
  isFields(value['figures']) &&
  Object.values(value['figures']).every(isNumber) &&
  isListOf(value['exports'], isExport);

/** Reads the preview of a ledger. */
export const ledgerPreviewSchema: AnswerSchema<LedgerPreview> = {
  safeParse: (value) => (isPreview(value) ? { success: true, data: value } : { success: false }),
};
