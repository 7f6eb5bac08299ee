import { codeLabel, needKind } from '@lianxin/domain';
import type { GridLogColumn, LedgerLine } from '@lianxin/ledger';
import type { LedgerRow } from '../../store/ledger-port.ts';
import { dayText, textIn } from './cell-texts.ts';

/** Turns rows into the lines of 网格日志. Nothing in them names or locates anybody, so there is nothing to mask. */
export async function* gridLogLines(rows: AsyncIterable<LedgerRow>): AsyncGenerator<LedgerLine<GridLogColumn>> {
  let sequence = 0;
  for await (const row of rows) {
    sequence += 1;
    yield { cells: gridLogCells(row, sequence) };
  }
}

const numberIn = (row: LedgerRow, column: string): number => Number(row[column] ?? 0);

/** A sheet of noughts says less than an empty one. */
const countIn = (row: LedgerRow, column: string): string => {
  const value = numberIn(row, column);
  return value === 0 ? '' : String(value);
};

const gridLogCells = (row: LedgerRow, sequence: number): Record<GridLogColumn, string> => ({
  sequence: String(sequence),
  day: dayText(textIn(row, 'day')),
  grid: textIn(row, 'grid'),
  households: String(numberIn(row, 'households')),
  met: countIn(row, 'met'),
  noAnswer: countIn(row, 'no_answer'),
  refused: countIn(row, 'refused'),
  movedOut: countIn(row, 'moved_out'),
  vacant: countIn(row, 'vacant'),
  needs: String(numberIn(row, 'needs')),
  needKinds: kindsText(textIn(row, 'need_kinds')),
  solved: countIn(row, 'solved'),
  passedOn: countOf(numberIn(row, 'needs') - numberIn(row, 'solved')),
  told: countIn(row, 'told'),
  note: noteText(row),
});

const countOf = (value: number): string => (value === 0 ? '' : String(value));

/** 维修2、助浴1: what came up most stands first. */
const kindsText = (kinds: string): string => {
  const counts = new Map<string, number>();
  for (const kind of kinds.split(' ').filter((one) => one !== '')) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${codeLabel(needKind, kind)}${count}`)
    .join('、');
};

const noteText = (row: LedgerRow): string =>
  [
    numberIn(row, 'phone') > 0 && `电话${numberIn(row, 'phone')}次`,
    numberIn(row, 'late') > 0 && `补录${numberIn(row, 'late')}次`,
  ]
    .filter(Boolean)
    .join(',');
