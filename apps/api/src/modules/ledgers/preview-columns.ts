import {
  type GridLogColumn,
  gridLogLayout,
  type HelpColumn,
  helpLayout,
  type ResidentsColumn,
  residentsLayout,
  type VisitsColumn,
  visitsLayout,
} from '@lianxin/ledger';
import type { PreviewedLedger } from '@lianxin/protocol';
import type { AnswerColumn } from './answer-columns.ts';

/** Is one column on screen: which cells of the ledger's lines it shows, under which heading. */
export interface PreviewColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric: boolean;
  /** Says that the cell speaks for all lines of one household. */
  readonly isShared: boolean;
}

/** A screen is narrower than a sheet: what stays blank, what a mask leaves out and what says the same twice is only in the file. */
const residents =
  'sequence building entrance door headName name relation sex age identityNumber phone dwellingUse'.split(' ');
const visits = 'sequence visitedOn visitor grid door headName way outcome problemKind followUp note'.split(' ');
const help = 'sequence servedOn activity place content served volunteer hours recorder'.split(' ');

const gridLog = gridLogLayout.columns.map(({ key }) => key);

type Column = ResidentsColumn | VisitsColumn | HelpColumn | GridLogColumn;

const short: Readonly<Partial<Record<Column, string>>> = {
  headName: '户主',
  relation: '关系',
  phone: '电话',
  dwellingUse: '房屋',
};
const numeric: readonly string[] = ['sequence', 'age', 'hours'];

const columnsOf = (
  layout: {
    readonly columns: readonly {
      readonly key: Column;
      readonly heading: string;
      readonly isShared?: boolean;
      readonly isNumber?: boolean;
    }[];
  },
  keys: readonly string[],
): readonly PreviewColumn[] =>
  keys.flatMap((key) =>
    layout.columns
      .filter((column) => column.key === key)
      .map((column) => ({
        key,
        label: short[column.key] ?? column.heading,
        numeric: column.isNumber === true || numeric.includes(key),
        isShared: column.isShared === true,
      })),
  );

/** Lists the columns of each ledger on screen. */
export const previewColumns: Readonly<Record<PreviewedLedger, readonly PreviewColumn[]>> = {
  residents: [
    ...columnsOf(residentsLayout, residents),
    { key: 'lastVisit', label: '最近走访', numeric: false, isShared: true },
  ],
  visits: columnsOf(visitsLayout, visits),
  help: columnsOf(helpLayout, help),
  'grid-log': columnsOf(gridLogLayout, gridLog),
};

/** Adds the columns of what was asked; on screen each says its set itself. What people said is only in the file. */
export const withAnswers = (
  columns: readonly PreviewColumn[],
  answers: readonly AnswerColumn[],
): readonly PreviewColumn[] => [
  ...columns,
  ...answers
    .filter(({ isSaid }) => !isSaid)
    .map(({ key, group, heading, isNumber }) => ({
      key,
      label: `${group} · ${heading}`,
      numeric: isNumber === true,
      isShared: false,
    })),
];
