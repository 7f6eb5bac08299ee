import type { CellReader } from '../parse/cell-reader.ts';
import type { RecognisedColumn } from '../recognise/find-header.ts';
import { type ColumnTarget, isLedgerField, ledgerFields } from '../recognise/ledger-field.ts';
import type { ChangedTexts } from './as-imported-values.ts';

/** Is one line of the sheet to write. `source` is the zero-based row it comes from or stands behind. */
export interface OutLine {
  readonly source: number;
  readonly texts: string[];
  readonly changed: Set<number>;
}

/** Says whether a column speaks of one person rather than of the household. */
export const isPersonal = (target: ColumnTarget): boolean =>
  target.startsWith('tag:') || (isLedgerField(target) && ledgerFields[target].level === 'person');

/** Starts a line from a row of the file. The first line of a household carries the household's cells wherever they were written. */
export const lineFrom = (
  columns: readonly RecognisedColumn[],
  read: CellReader,
  row: number,
  first?: number,
): OutLine => ({
  source: row,
  changed: new Set(),
  texts: columns.map(({ column, target }) => {
    const cell = read(first !== undefined && !isPersonal(target) && target !== 'kept' ? first : row, column);
    return first !== undefined || cell.isOwn || isPersonal(target) ? cell.text : '';
  }),
});

/** Starts an empty line behind a row. */
export const emptyLine = (columns: readonly RecognisedColumn[], behind: number): OutLine => ({
  source: behind,
  changed: new Set(),
  texts: columns.map(() => ''),
});

/** Writes what has changed into a line and remembers which cells to mark. */
export const markChanges = (line: OutLine, columns: readonly RecognisedColumn[], changes: ChangedTexts): void => {
  for (const [at, { target }] of columns.entries()) {
    const text = changes.get(target);
    if (text === undefined || text === line.texts[at]) continue;
    line.texts[at] = text;
    line.changed.add(at);
  }
};

/** Empties the cells of a person who is no longer here, for the line that must stay to carry the household's cells. */
export const clearPerson = (line: OutLine, columns: readonly RecognisedColumn[]): void => {
  for (const [at, { target }] of columns.entries()) {
    if (!isPersonal(target) && target !== 'headName' && target !== 'headPhone') continue;
    if (line.texts[at] !== '') line.changed.add(at);
    line.texts[at] = '';
  }
};
