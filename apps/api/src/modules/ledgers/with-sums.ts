import type { LedgerLine } from '@lianxin/ledger';
import type { AnswerColumn } from './answer-columns.ts';

/** Ends a ledger with a line of the sums of its own lines, where there is something to sum. */
export async function* withSums(
  lines: AsyncIterable<LedgerLine>,
  columns: readonly AnswerColumn[],
): AsyncGenerator<LedgerLine> {
  const tallies = columns.filter(({ isTally }) => isTally).map(({ key }) => key);
  const sums = new Map(tallies.map((key) => [key, 0]));
  for await (const line of lines) {
    for (const key of tallies) sums.set(key, (sums.get(key) ?? 0) + Number(line.cells[key] || 0));
    yield line;
  }
  if (tallies.length > 0) yield sumLine(Object.fromEntries(sums));
}

/** Writes a line of sums by the keys of their columns. */
export const sumLine = (sums: Readonly<Record<string, number>>): LedgerLine => ({
  cells: { sequence: '合计', ...Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, String(sum)])) },
});
