import { codeLabel, err, ok, type Result, tagKind } from '@lianxin/domain';
import {
  type ExistingRegister,
  type Finding,
  findingKinds,
  type ImportPlan,
  ledgerFields,
  planImport,
} from '@lianxin/ledger';
import type { ConfirmImport, ImportPreview } from '@lianxin/protocol';
import type { ImportProblem } from '../../store/desk-port.ts';
import { describeFinding, describeQuestion } from './describe-finding.ts';
import { describeOtherSheet, describeSheet } from './describe-sheet.ts';
import type { ReadLedger } from './ledger-reading.ts';
import { hideKnownPeople } from './mask-texts.ts';

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
    sheets: read.workbook.sheets.map((sheet) => describeSheet(sheet, hideKnown)),
    otherSheets: read.workbook.otherSheets.map((name, at) =>
      describeOtherSheet(name, read.workbook.otherTops[at] ?? []),
    ),
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

const listTargets = (): ImportPreview['targets'] => [
  ...Object.entries(ledgerFields).map(([target, { label }]) => ({ target, label })),
  ...tagKind.entries.map(({ code }) => ({ target: `tag:${code}`, label: codeLabel(tagKind, code) })),
];
