import type { CorrectMapping, ImportPreview } from '@lianxin/protocol';
import { mappingOf } from './mapping-draft.ts';

/** Is one sheet whose headings can be pointed at. Rows count from 1; 0 where no headings were found. */
export interface PointableSheet {
  readonly sheet: string;
  /** Every sheet of the same shape: their headings stand in the same rows. */
  readonly alike: readonly string[];
  readonly top: readonly (readonly string[])[];
  readonly first: number;
  readonly last: number;
}

/** Lists the sheets whose headings can be pointed at, those without any first. */
export const pointableSheets = ({ sheets, otherSheets }: ImportPreview): readonly PointableSheet[] => [
  ...otherSheets.map(({ sheet, top }) => ({ sheet, alike: [sheet], top, first: 0, last: 0 })),
  ...sheets.map(({ sheet, signature, top, headerFirst, headerLast }) => ({
    sheet,
    alike: sheets.filter((other) => other.signature === signature).map((other) => other.sheet),
    top,
    first: headerFirst,
    last: headerLast,
  })),
];

/** Is the rows that somebody points at. */
export interface HeadingRows {
  readonly first: number;
  readonly last: number;
}

/** Moves the first row; the last one never comes before it. */
export const withFirst = ({ last }: HeadingRows, first: number): HeadingRows => ({
  first,
  last: Math.max(first, last),
});

/** Moves the last row; the first one never comes after it. */
export const withLast = ({ first }: HeadingRows, last: number): HeadingRows => ({ first: Math.min(first, last), last });

/** Turns the rows pointed at into a correction; every column stays what it was. */
export const headerCorrection = (
  preview: ImportPreview,
  { alike }: PointableSheet,
  { first, last }: HeadingRows,
): CorrectMapping => ({
  mapping: mappingOf(preview),
  headers: alike.map((sheet) => ({ sheet, headerFirst: first, headerLast: last })),
});
