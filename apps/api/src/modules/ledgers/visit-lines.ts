import { needKind, needState, visitOutcome, visitWay } from '@lianxin/domain';
import type { LedgerLine, VisitsColumn } from '@lianxin/ledger';
import type { LedgerRow } from '../../store/ledger-port.ts';
import type { AnswerColumns } from './answer-columns.ts';
import { doorText, labelIn, labelsIn, maskCells, momentText, textIn } from './cell-texts.ts';

/** Turns rows into the lines of 入户走访记录, with what was answered. What people said stays out of a masked copy. */
export async function* visitLines(
  rows: AsyncIterable<LedgerRow>,
  isMasked: boolean,
  answers: Pick<AnswerColumns, 'cellsOf'>,
): AsyncGenerator<LedgerLine> {
  let sequence = 0;
  for await (const row of rows) {
    sequence += 1;
    const cells = visitCells(row, sequence);
    const own = isMasked ? maskCells(cells, { circumstances: 'note', problem: 'note', answer: 'note' }) : cells;
    yield { cells: { ...answers.cellsOf(row, isMasked), ...own } };
  }
}

const visitCells = (row: LedgerRow, sequence: number): Record<VisitsColumn, string> => {
  const states = textIn(row, 'need_states')
    .split(' ')
    .filter((state) => state !== '');
  return {
    sequence: String(sequence),
    visitedOn: momentText(row, 'visited_at'),
    visitor: textIn(row, 'visitor_name'),
    companions: '',
    grid: textIn(row, 'grid'),
    door: doorText(row),
    headName: textIn(row, 'head_name'),
    way: labelIn(row, 'way', visitWay),
    outcome: labelIn(row, 'outcome', visitOutcome),
    circumstances: textIn(row, 'note') || (row['unchanged'] === 1 ? '没有变化' : ''),
    problem: textIn(row, 'problem'),
    problemKind: labelsIn(row, 'problem_kinds', needKind),
    answer: textIn(row, 'answer'),
    isReported: '',
    followUp: states.length === 0 ? '' : labelsIn(row, 'need_states', needState),
    signature: '',
    note: row['is_late_entry'] === 1 ? '补录' : '',
  };
};
