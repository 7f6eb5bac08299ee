/** Is one column of a printed ledger. */
export interface LedgerColumn<K extends string = string> {
  readonly key: K;
  readonly heading: string;
  /** The heading above several neighbouring columns. */
  readonly group?: string;
  /** In characters of the body font. */
  readonly width: number;
  /** Says that the cell speaks for all rows of one household and is merged over them. */
  readonly isShared?: boolean;
  readonly align?: 'left';
  /** Says that the cells are numbers, which stand right and can be summed in a spreadsheet. */
  readonly isNumber?: boolean;
}

/** Is the official shape of one kind of ledger. */
export interface LedgerLayout<K extends string = string> {
  readonly name: string;
  readonly columns: readonly LedgerColumn<K>[];
  /** How many columns stay in sight when the sheet is scrolled sideways. */
  readonly frozenColumns: number;
}

/** Is one row: the texts of its cells, and which household it belongs to where cells are merged. */
export interface LedgerLine<K extends string = string> {
  readonly cells: Readonly<Partial<Record<K, string>>>;
  /** Neighbouring lines with the same group share their merged cells; empty for a line of its own. */
  readonly group?: string;
}

/** Is what stands around the rows of one printed ledger. */
export interface LedgerSheetText {
  /** The unit and the period are part of it: 石油路社区2026年11月居民信息台账. */
  readonly title: string;
  /** The line below the title: 填报单位, 数据截至, 编号 and who exported it. */
  readonly caption: string;
  readonly sheetName: string;
}

/** The line at the end of every ledger. */
export const signatureLine = '填表人:　　　　　　　　审核人:　　　　　　　　填报日期:　　　　年　　月　　日';

/** Writes the line below the title. */
export const captionOf = (facts: {
  readonly unit: string;
  readonly asOf: string;
  readonly number: string;
  readonly exportedBy?: string;
}): string =>
  [
    `填报单位:${facts.unit}`,
    `数据截至:${facts.asOf}`,
    `编号:${facts.number}`,
    ...(facts.exportedBy ? [`导出:${facts.exportedBy}`] : []),
  ].join('　　');
