import type { MergedRange } from '../read/grid.ts';
import type { LedgerColumn, LedgerLine } from './layout.ts';

/** Lists the cells to merge over the lines of one household, counted from the first line. */
export const sharedCellMerges = (
  lines: readonly LedgerLine[],
  columns: readonly LedgerColumn[],
): readonly MergedRange[] => {
  const shared = columns.flatMap((column, at) => (column.isShared ? [at] : []));
  const merges: MergedRange[] = [];
  for (let start = 0; start < lines.length; ) {
    const group = lines[start]?.group;
    let end = start;
    while (group && lines[end + 1]?.group === group) end += 1;
    if (end > start)
      merges.push(...shared.map((at) => ({ startRow: start, startColumn: at, endRow: end, endColumn: at })));
    start = end + 1;
  }
  return merges;
};
