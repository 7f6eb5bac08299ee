/** Is how much of a workbook is read at most. All of it is counted while reading; declared sizes are never trusted. */
export interface ReadLimits {
  readonly fileBytes: number;
  readonly entries: number;
  readonly inflatedBytes: number;
  /** Inflated to compressed, judged only for parts above one megabyte: small parts of honest files compress as well. */
  readonly ratio: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly sharedStrings: number;
  readonly cellCharacters: number;
  readonly sheets: number;
}

/** Holds the limits of an import: a community's ledger is far smaller, a zip bomb far larger. */
export const readLimits: ReadLimits = {
  fileBytes: 5 * 1024 * 1024,
  entries: 100,
  inflatedBytes: 50 * 1024 * 1024,
  ratio: 200,
  rows: 50_000,
  columns: 100,
  cells: 1_500_000,
  sharedStrings: 400_000,
  cellCharacters: 4_096,
  sheets: 60,
};
