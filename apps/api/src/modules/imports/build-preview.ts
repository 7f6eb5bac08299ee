import { codeLabel, err, ok, type Result, tagKind } from '@lianxin/domain';
import {
  type ExistingRegister,
  type Finding,
  findingKinds,
  type ImportPlan,
  ledgerFields,
  planImport,
  type RecognisedSheet,
} from '@lianxin/ledger';
import type { ConfirmImport, ImportPreview, ImportSheet } from '@lianxin/protocol';
import type { ImportProblem } from '../../store/desk-port.ts';
import { describeFinding, describeQuestion } from './describe-finding.ts';
import type { ReadLedger } from './ledger-reading.ts';
import { type HideKnown, hideKnownPeople, hideSample } from './mask-texts.ts';

/** Is what planning needs besides the file and the register. */
export interface PlanSetting {
  readonly choices: Pick<ConfirmImport, 'defaultGridId' | 'gridByBuilding' | 'answers'>;
  readonly newId: () => string;
  readonly hash: (text: string) => string;
  readonly source: string;
}

const maxFindings = 2_000;

/** Shows what a file holds and what confirming it would write. */
export const buildPreview = (read: ReadLedger, register: ExistingRegister, setting: PlanSetting): ImportPreview => {
  const plan = makePlan(read, register, setting);
  const hideKnown = hideKnownPeople(read.parsed);
  return {
    sheets: read.workbook.sheets.map((sheet) => toSheet(sheet, hideKnown)),
    otherSheets: [...read.workbook.otherSheets],
    targets: listTargets(),
    counts: { ...read.parsed.counts },
    changes: { ...plan.counts },
    findings: firstFindings(read.parsed.findings).map((finding) => describeFinding(finding, hideKnown)),
    findingCounts: countByKind(read.parsed.findings),
    buildings: plan.buildings.map(({ key, label, dwellings, isNew, gridId }) => ({
      key,
      label,
      dwellings,
      isNew,
      gridId: gridId === '' ? null : gridId,
    })),
    grids: gridsOf(register).map(({ id, name }) => ({ id, name })),
    questions: plan.questions.map((question) => describeQuestion(question, hideKnown)),
  };
};

/** Plans a confirmed import, or says what still has to be decided: a new building without a grid of this community. */
export const planConfirmed = (
  read: ReadLedger,
  register: ExistingRegister,
  setting: PlanSetting,
): Result<ImportPlan, ImportProblem> => {
  const grids = new Set(gridsOf(register).map((grid) => grid.id));
  const named = [
    ...Object.values(setting.choices.gridByBuilding ?? {}),
    ...(setting.choices.defaultGridId ? [setting.choices.defaultGridId] : []),
  ];
  const plan = makePlan(read, register, setting);
  const isPlaced = plan.buildings.every((building) => !building.isNew || grids.has(building.gridId));
  return isPlaced && named.every((id) => grids.has(id)) ? ok(plan) : err({ type: 'ImportUndecided' });
};

const makePlan = (read: ReadLedger, register: ExistingRegister, setting: PlanSetting): ImportPlan =>
  planImport(read.parsed, register, {
    choices: {
      defaultGridId: setting.choices.defaultGridId ?? gridsOf(register)[0]?.id ?? '',
      gridByBuilding: setting.choices.gridByBuilding ?? {},
      answers: setting.choices.answers ?? {},
    },
    tools: { newId: setting.newId, hash: setting.hash, source: setting.source },
  });

const gridsOf = (register: ExistingRegister): ExistingRegister['units'] =>
  register.units
    .filter((unit) => unit.kind === 'grid' && unit.toOn === null)
    .sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));

const firstFindings = (findings: readonly Finding[]): readonly Finding[] => {
  const asksForLook = ({ kind }: Finding): boolean => findingKinds[kind].look;
  return [...findings.filter(asksForLook), ...findings.filter((finding) => !asksForLook(finding))].slice(
    0,
    maxFindings,
  );
};

const countByKind = (findings: readonly Finding[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const toSheet = (sheet: RecognisedSheet, hideKnown: HideKnown): ImportSheet => {
  const first = sheet.header.end + 1;
  const body = sheet.grid.rows.slice(first);
  return {
    sheet: sheet.grid.name,
    signature: sheet.signature,
    headerFirst: sheet.header.start + 1,
    headerLast: sheet.header.end + 1,
    rows: body.length,
    columns: sheet.columns.map(({ column, text, group, target, confidence }) => ({
      heading: text,
      group,
      target,
      confidence,
      samples: samplesOf(body, column).map((sample) => hideSample(target, sample, hideKnown)),
    })),
  };
};

const samplesOf = (rows: readonly (readonly string[])[], column: number): readonly string[] => {
  const found = new Set<string>();
  for (const row of rows) {
    const text = row[column] ?? '';
    if (text !== '') found.add(text.slice(0, 40));
    if (found.size === 3) break;
  }
  return [...found];
};

const listTargets = (): ImportPreview['targets'] => [
  ...Object.entries(ledgerFields).map(([target, { label }]) => ({ target, label })),
  ...tagKind.entries.map(({ code }) => ({ target: `tag:${code}`, label: codeLabel(tagKind, code) })),
];
