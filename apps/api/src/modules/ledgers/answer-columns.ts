import { type Answers, type AskedSet, answerOf, answersSchema, answerText, type Question } from '@lianxin/domain';
import type { LedgerColumn } from '@lianxin/ledger';
import type { LedgerRow } from '../../store/ledger-port.ts';
import type { AnsweredVersion } from '../../store/question-set-port.ts';
import { dayText, textIn } from './cell-texts.ts';

/** Is what was answered at the visits of one ledger: a column for each question, and how to fill it. */
export interface AnswerColumns {
  readonly columns: readonly AnswerColumn[];
  readonly cellsOf: (row: LedgerRow, isMasked: boolean) => Readonly<Record<string, string>>;
  /** The sums of the tallies by the keys of their columns. */
  readonly sums: Readonly<Record<string, number>>;
}

/** Is the column of one question, whatever version of its set asked it. */
export interface AnswerColumn extends LedgerColumn {
  readonly group: string;
  readonly isTally: boolean;
  /** Says that the cells are what people said in their own words. */
  readonly isSaid: boolean;
}

/** Lays out the columns of the sets that were answered; a question that a newer version has dropped keeps its column. */
export const answerColumns = (answered: readonly AnsweredVersion[]): AnswerColumns => {
  const columns = new Map<string, AnswerColumn>();
  const sums = new Map<string, number>();
  for (const { version, totals } of answered) {
    for (const question of version.questions) {
      const key = keyOf(version, question);
      // The newest version comes first: its name and words head the column.
      if (!columns.has(key)) columns.set(key, columnOf(version, question));
      const total = totals[question.key];
      if (total !== undefined) sums.set(key, (sums.get(key) ?? 0) + total);
    }
  }
  return {
    columns: groupedBySet([...columns.values()]),
    cellsOf: (row, isMasked) => cellsOf(answered, row, isMasked),
    sums: Object.fromEntries(sums),
  };
};

const keyOf = ({ setKey }: Pick<AskedSet, 'setKey'>, { key }: Question): string => `${setKey}.${key}`;

const columnOf = (version: AskedSet, question: Question): AnswerColumn => {
  const { type, label, unit } = question;
  const isNumber = type === 'number' || type === 'tally';
  const heading = unit?.zh ? `${label.zh}(${unit.zh})` : label.zh;
  const width = type === 'text' || type === 'multi' ? 16 : Math.min(12, Math.max(7, heading.length + 2));
  const key = keyOf(version, question);
  const align = type === 'text' || type === 'multi' ? { align: 'left' as const } : {};
  return {
    key,
    heading,
    group: version.name.zh,
    width,
    isNumber,
    isTally: type === 'tally',
    isSaid: type === 'text',
    ...align,
  };
};

/** A question of an older version stands with the others of its set, so that one heading spans them. */
const groupedBySet = (columns: readonly AnswerColumn[]): readonly AnswerColumn[] => {
  const setOf = ({ key }: AnswerColumn): string => key.slice(0, key.lastIndexOf('.'));
  const sets = [...new Set(columns.map(setOf))];
  return sets.flatMap((set) => {
    const own = columns.filter((column) => setOf(column) === set);
    return own.map((column) => ({ ...column, group: own[0]?.group ?? column.group }));
  });
};

interface Sheet {
  readonly setKey: string;
  readonly questionSetId: string | null;
  readonly answers: Answers;
}

const cellsOf = (
  answered: readonly AnsweredVersion[],
  row: LedgerRow,
  isMasked: boolean,
): Readonly<Record<string, string>> => {
  const sheets: readonly Sheet[] = JSON.parse(textIn(row, 'sheets') || '[]');
  return Object.fromEntries(
    sheets.flatMap(({ setKey, questionSetId, answers }) => {
      const found = answered.find(
        ({ version }) => version.setKey === setKey && version.questionSetId === questionSetId,
      );
      const given = answersSchema.safeParse(answers);
      if (found === undefined || !given.success) return [];
      return found.version.questions.map((question) => [
        keyOf(found.version, question),
        // What people said in their own words stays out of a masked copy.
        isMasked && question.type === 'text' ? '' : textOf(question, answerOf(given.data, question.key)),
      ]);
    }),
  );
};

const textOf = (question: Question, answer: Answers[string]): string =>
  question.type === 'date' && typeof answer === 'string' ? dayText(answer) : answerText(question, answer);
