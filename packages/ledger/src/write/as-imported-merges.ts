import type { MergedRange } from '../read/grid.ts';
import type { RecognisedSheet } from '../recognise/recognise-sheets.ts';
import { isPersonal, type OutLine } from './as-imported-line.ts';

/**
 * Moves the merged cells of the file to the lines as they stand now, counted from the first line: a block grows with
 * lines added behind its rows and shrinks with rows that are gone.
 */
export const mergesOfLines = (sheet: RecognisedSheet, lines: readonly OutLine[]): readonly MergedRange[] => {
  const original = sheet.grid.merges.filter((merge) => merge.startRow > sheet.header.end);
  const ranges = original.flatMap((merge) => movedRange(merge, lines));
  const tall = original.filter((merge) => merge.endRow > merge.startRow);
  const mergedColumns = new Set(tall.map((merge) => merge.startColumn));
  const isMergedHere = (source: number, column: number): boolean =>
    tall.some((merge) => merge.startColumn === column && merge.startRow <= source && merge.endRow >= source);
  return [
    ...ranges,
    ...grownHouseholds(sheet, lines, (source, column) => mergedColumns.has(column) && !isMergedHere(source, column)),
  ];
};

const movedRange = (merge: MergedRange, lines: readonly OutLine[]): readonly MergedRange[] => {
  const startRow = firstIndex(lines, (line) => line.source >= merge.startRow);
  const endRow = firstIndex(lines, (line) => line.source > merge.endRow) - 1;
  const isBlock = endRow > startRow || (endRow === startRow && merge.endColumn > merge.startColumn);
  return isBlock ? [{ ...merge, startRow, endRow }] : [];
};

/** Lines are in the order of their source rows, so the first one is found by halving. */
const firstIndex = (lines: readonly OutLine[], isBehind: (line: OutLine) => boolean): number => {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line && isBehind(line)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** A household of one row that has grown is merged like the others of its sheet. */
const grownHouseholds = (
  sheet: RecognisedSheet,
  lines: readonly OutLine[],
  isWanted: (source: number, column: number) => boolean,
): readonly MergedRange[] => {
  const merges: MergedRange[] = [];
  for (let start = 0; start < lines.length; ) {
    const source = lines[start]?.source ?? 0;
    let end = start;
    while (lines[end + 1]?.source === source && !startsDoor(sheet, lines[end + 1])) end += 1;
    if (end > start) {
      const columns = sheet.columns.filter(({ target, column }) => !isPersonal(target) && isWanted(source, column));
      merges.push(
        ...columns.map(({ column }) => ({ startRow: start, startColumn: column, endRow: end, endColumn: column })),
      );
    }
    start = end + 1;
  }
  return merges;
};

const startsDoor = (sheet: RecognisedSheet, line: OutLine | undefined): boolean =>
  sheet.columns.some(
    ({ target, column }) =>
      (target === 'door' || target === 'address' || target === 'sequence') && (line?.texts[column] ?? '') !== '',
  );
