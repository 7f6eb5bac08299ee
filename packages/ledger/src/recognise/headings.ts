import { cellText, type Grid } from '../read/grid.ts';

/** Is a block of header rows, zero-based and inclusive. */
export interface HeaderBlock {
  readonly start: number;
  readonly end: number;
}

/** Is the heading of one column and the group headings above it, joined. */
export interface Heading {
  readonly column: number;
  readonly text: string;
  readonly group: string;
}

/** Reads the headings of a block: merged cells speak for everything they cover, an unmerged group heading speaks for the empty cells to its right. */
export const headingsOf = (grid: Grid, block: HeaderBlock): readonly Heading[] => {
  const lines = expandedLines(grid, block);
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = lines
      .map((line) => line[column] ?? '')
      .filter((text, at, all) => text !== '' && text !== all[at - 1]);
    const text = texts.at(-1) ?? '';
    return {
      column,
      text,
      group: texts
        .slice(0, -1)
        .filter((upper) => upper !== text)
        .join('/'),
    };
  });
};

const expandedLines = (grid: Grid, block: HeaderBlock): string[][] => {
  const width = Math.max(
    0,
    ...grid.rows.slice(block.start, block.end + 1).map((row) => row.length),
    ...mergedWidths(grid, block),
  );
  const lines = Array.from({ length: block.end - block.start + 1 }, (_, offset) =>
    Array.from({ length: width }, (_, column) => cellText(grid, block.start + offset, column)),
  );
  for (const range of grid.merges.filter((merge) => merge.startRow >= block.start && merge.startRow <= block.end)) {
    const text = cellText(grid, range.startRow, range.startColumn);
    for (let row = range.startRow; row <= Math.min(range.endRow, block.end); row += 1) {
      lines[row - block.start]?.fill(text, range.startColumn, range.endColumn + 1);
    }
  }
  fillGroupsRightwards(lines);
  return lines;
};

const mergedWidths = (grid: Grid, block: HeaderBlock): readonly number[] =>
  grid.merges
    .filter((merge) => merge.startRow >= block.start && merge.startRow <= block.end)
    .map((merge) => merge.endColumn + 1);

/** CSV has no merged cells: an empty cell above a heading belongs to the group that began on its left. */
const fillGroupsRightwards = (lines: string[][]): void => {
  const bottom = lines.at(-1) ?? [];
  for (const line of lines.slice(0, -1)) {
    for (let column = 1; column < line.length; column += 1) {
      const isUnderGroup =
        (bottom[column] ?? '') !== '' && (bottom[column - 1] ?? '') !== '' && bottom[column - 1] !== line[column - 1];
      if (line[column] === '' && isUnderGroup) line[column] = line[column - 1] ?? '';
    }
  }
};
