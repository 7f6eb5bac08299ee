import type { CellStyle } from 'hucre/xlsx';

const thin = { style: 'thin', color: { rgb: '000000' } } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const font = { name: '宋体', size: 11 };

/** The number format that keeps what is written as text, so that no program ever rounds an ID number. */
const asText = '@';

/** Styles the body: 宋体 11, wrapped, vertically centred, thin borders, text. */
export const bodyStyle = (align: 'left' | 'center'): CellStyle => ({
  font,
  border,
  numFmt: asText,
  alignment: { horizontal: align, vertical: 'center', wrapText: true },
});

/** Styles a column of numbers. */
export const numberStyle: CellStyle = {
  font,
  border,
  alignment: { horizontal: 'right', vertical: 'center' },
};

/** Styles the headings. */
export const headingStyle: CellStyle = {
  font: { ...font, bold: true },
  border,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

/** Styles the title. */
export const titleStyle: CellStyle = {
  font: { name: '宋体', size: 18, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
};

/** Styles the line below the title and the one at the end. */
export const captionStyle: CellStyle = { font, alignment: { horizontal: 'left', vertical: 'center' } };

/** The fill of a cell that differs from the imported one. */
export const changedFill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } } as const;
