import type { ImportMapping, ImportPreview, ImportSheet } from '@lianxin/protocol';

/** Is a shape of sheet with every sheet that has it: a ledger kept in one sheet per building is corrected once. */
export interface SheetShape {
  readonly first: ImportSheet;
  readonly names: readonly string[];
}

/** Gathers the sheets of a workbook by their shape. */
export const shapesOf = (sheets: readonly ImportSheet[]): readonly SheetShape[] => {
  const shapes = new Map<string, SheetShape>();
  for (const sheet of sheets) {
    const known = shapes.get(sheet.signature);
    shapes.set(sheet.signature, { first: known?.first ?? sheet, names: [...(known?.names ?? []), sheet.sheet] });
  }
  return [...shapes.values()];
};

/** Writes down how an import is read now. */
export const mappingOf = ({ sheets }: Pick<ImportPreview, 'sheets'>): ImportMapping =>
  shapesOf(sheets).map(({ first }) => ({
    signature: first.signature,
    targets: first.columns.map((column) => column.target),
  }));

/** Takes one column of one shape for something else. */
export const withTarget = (
  mapping: ImportMapping,
  column: { readonly signature: string; readonly index: number },
  target: string,
): ImportMapping =>
  mapping.map((shape) =>
    shape.signature === column.signature
      ? { ...shape, targets: shape.targets.map((former, index) => (index === column.index ? target : former)) }
      : shape,
  );

/** Says whether two mappings read a workbook in the same way. */
export const isSameMapping = (a: ImportMapping, b: ImportMapping): boolean =>
  a.length === b.length &&
  a.every(({ signature, targets }, at) => {
    const other = b[at];
    return other?.signature === signature && targets.every((target, index) => target === other.targets[index]);
  });

/** What several columns may feed at once: groups of people, columns that are only kept, and those that are left out. */
const isSharable = (target: string): boolean =>
  ['tags', 'kept', 'skipped', 'derived', 'sequence'].includes(target) || target.startsWith('tag:');

/** Lists the targets that two columns of one sheet claim. */
export const repeatedTargets = (targets: readonly string[]): readonly string[] => [
  ...new Set(targets.filter((target, at) => !isSharable(target) && targets.indexOf(target) !== at)),
];

/** Says whether a column names somebody: without one there is nothing to import. */
export const hasNames = (targets: readonly string[]): boolean =>
  targets.some((target) => target === 'name' || target === 'headName');

/** Names a column as the spreadsheet program does: 0 -> A, 26 -> AA. */
export const columnLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
