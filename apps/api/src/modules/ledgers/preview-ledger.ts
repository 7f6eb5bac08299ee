import { civilDateAt } from '@lianxin/domain';
import type { LedgerPreview, PreviewedLedger } from '@lianxin/protocol';
import type { DeskScope } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import type { LedgerFilter, LedgerRow } from '../../store/ledger-port.ts';
import { type AnswerColumns, answerColumns } from './answer-columns.ts';
import { gridLogLines } from './grid-log-lines.ts';
import { helpLines } from './help-lines.ts';
import { type PreviewColumn, previewColumns, withAnswers } from './preview-columns.ts';
import { residentLines } from './resident-lines.ts';
import { visitLines } from './visit-lines.ts';
import { sumLine } from './with-sums.ts';

/** Is a ledger that somebody looks at. */
export interface LedgerLook {
  readonly ledger: PreviewedLedger;
  readonly scope: DeskScope;
  readonly filter: LedgerFilter;
}

const maxRows = 200;

/** Shows the beginning of a ledger, masked. It shows less than a phone does, so it takes no number and leaves no line in the audit. */
export const previewLedger = async (deps: AppDeps, look: LedgerLook): Promise<Response> => {
  const { ledgers } = deps.store.desk;
  const { scope, ledger, filter } = look;
  const grid = filter.gridId === null ? undefined : await ledgers.grid(scope, filter.gridId);
  if (filter.gridId !== null && grid === undefined) return problem('notFound');
  const { total = 0, ...figures } = await ledgers.figures(scope, ledger, filter);
  const answered = ledger === 'visits' ? await deps.store.desk.questionSets.answered(scope, filter) : [];
  const answers = answerColumns(answered);
  const columns = withAnswers(previewColumns[ledger], answers.columns);
  const lines = await linesOf(deps, look, await firstRows(ledgers[ledger](scope, filter)), answers);
  const sums = Object.keys(answers.sums).length === 0 ? {} : { sums: cellsOf(columns, sumLine(answers.sums)) };
  const answer: LedgerPreview = {
    columns: columns.map(({ key, label, numeric }) => ({ key, label, numeric })),
    rows: lines.map((line, at) => cellsOf(columns, line, lines[at - 1])),
    ...sums,
    total,
    figures,
    exports: await ledgers.lastExports(scope, ledger),
  };
  return Response.json(answer);
};

interface ScreenLine {
  readonly group?: string;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

const cellsOf = (columns: readonly PreviewColumn[], line: ScreenLine, above?: ScreenLine): string[] => {
  const isContinued = (line.group ?? '') !== '' && line.group === above?.group;
  return columns.map(({ key, isShared }) => (isShared && isContinued ? '' : (line.cells[key] ?? '')));
};

const firstRows = async (rows: AsyncIterable<LedgerRow>): Promise<readonly LedgerRow[]> => {
  const first: LedgerRow[] = [];
  for await (const row of rows) {
    first.push(row);
    if (first.length === maxRows) break;
  }
  return first;
};

const linesOf = async (
  deps: AppDeps,
  look: LedgerLook,
  rows: readonly LedgerRow[],
  answers: AnswerColumns,
): Promise<readonly ScreenLine[]> => {
  const { asOf } = look.filter;
  const openIdentityNumber = (sealed: string, personId: string): string => deps.keyring.open(sealed, personId);
  if (look.ledger === 'visits') return gather(visitLines(each(rows), true, answers));
  if (look.ledger === 'grid-log') return gather(gridLogLines(each(rows)));
  if (look.ledger === 'help') return gather(helpLines(each(rows), { isMasked: true, organiser: '' }));
  const lines = await gather(residentLines(each(rows), { isMasked: true, asOf, openIdentityNumber }));
  return lines.map((line, at) => withStanding(line, rows[at] ?? {}, asOf));
};

async function* each(rows: readonly LedgerRow[]): AsyncGenerator<LedgerRow> {
  yield* rows;
}

const gather = async (lines: AsyncIterable<ScreenLine>): Promise<readonly ScreenLine[]> => {
  const all: ScreenLine[] = [];
  for await (const line of lines) all.push(line);
  return all;
};

const numberWords: Readonly<Record<string, string>> = { none: '未登记', toCheck: '待核' };

/** On screen it matters more how things stand with a number than how it begins. */
const withStanding = (line: ScreenLine, row: LedgerRow, asOf: string): ScreenLine => {
  const words = numberWords[String(row['identity_number_state'])];
  const number = words === undefined ? {} : { identityNumber: words };
  const nobody = row['household_id'] === null ? { headName: '—' } : {};
  return {
    ...line,
    cells: { ...line.cells, ...number, ...nobody, lastVisit: dayOnScreen(row['last_visit_at'], asOf) },
  };
};

/** The year is told only where it is another one. */
const dayOnScreen = (at: LedgerRow[string] | undefined, asOf: string): string => {
  const day = typeof at === 'number' ? civilDateAt(at) : '';
  return day.slice(0, 4) === asOf.slice(0, 4) ? day.slice(5) : day;
};
