import type { MergeRange, WriteSheet } from 'hucre/xlsx';
import type { MergedRange } from '../read/grid.ts';

/** Sets up the print: A4 landscape, as wide as the page, the rows up to the header repeated on every page. */
export const pageOf = (headerRows: number): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { top: 0.5, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 },
    printTitlesRow: `$1:$${headerRows}`,
    horizontalCentered: true,
  },
  headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
});

/** Writes merged ranges as the workbook library wants them, moved down by some rows. */
export const toLibraryMerges = (ranges: readonly MergedRange[], down = 0): MergeRange[] =>
  ranges.map(({ startRow, startColumn, endRow, endColumn }) => ({
    startRow: startRow + down,
    startCol: startColumn,
    endRow: endRow + down,
    endCol: endColumn,
  }));
