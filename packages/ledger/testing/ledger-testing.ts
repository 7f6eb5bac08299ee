import { createHmac } from 'node:crypto';
import { type FieldMap, type Json, type RecordName, recordTypes } from '@lianxin/domain';
import { writeXlsx } from 'hucre/xlsx';
import { parseLedger } from '../src/parse/parse-ledger.ts';
import type { ParsedLedger } from '../src/parse/parsed-ledger.ts';
import type { ExistingRegister, ImportChoices, ImportPlan, PlanTools } from '../src/plan/import-plan.ts';
import type { Grid, MergedRange } from '../src/read/grid.ts';
import type { TextDecoders } from '../src/read/read-csv.ts';
import { recogniseSheets } from '../src/recognise/recognise-sheets.ts';

/** Decodes with the platform's own decoders, as the server does. */
export const decoders: TextDecoders = {
  utf8: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  },
  gb18030: (bytes) => new TextDecoder('gb18030').decode(bytes),
};

/** Builds a grid from lines whose cells are separated by |; `merges` are written as [startRow, startColumn, endRow, endColumn]. */
export const gridOf = (
  lines: readonly string[],
  merges: readonly (readonly [number, number, number, number])[] = [],
  name = 'Sheet1',
): Grid => ({
  name,
  rows: lines.map((line) => line.split('|').map((cell) => cell.trim())),
  merges: merges.map(
    ([startRow, startColumn, endRow, endColumn]): MergedRange => ({ startRow, startColumn, endRow, endColumn }),
  ),
  cutCells: [],
});

/** Recognises and parses grids in one go. */
export const parseGrids = (...grids: readonly Grid[]): ParsedLedger => parseLedger(recogniseSheets(grids));

/** Writes rows as an .xlsx file. */
export const xlsxOf = (rows: (string | number | null)[][], name = 'Sheet1'): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name, rows }] });

/** Makes tools whose ids count up, so that plans can be compared. */
export const countingTools = (prefix = 'record'): PlanTools => {
  let count = 0;
  return {
    newId: () => {
      count += 1;
      return `${prefix}-${String(count).padStart(12, '0')}`;
    },
    hash: (text) => createHmac('sha256', 'a test key').update(text).digest('base64url'),
    source: '台账导入',
  };
};

/** Is a register with nothing in it. */
export const emptyRegister: ExistingRegister = {
  units: [],
  dwellings: [],
  households: [],
  persons: [],
  memberships: [],
  tags: [],
};

/** Sends everything to one grid and answers nothing. */
export const plainChoices: ImportChoices = { defaultGridId: 'grid-000000000001', gridByBuilding: {}, answers: {} };

const listOf = {
  unit: 'units',
  dwelling: 'dwellings',
  household: 'households',
  person: 'persons',
  membership: 'memberships',
  tag: 'tags',
} as const;

const isListed = (record: RecordName): record is keyof typeof listOf => Object.hasOwn(listOf, record);

/** Writes a plan into a register the way a store does: missing fields become null. */
export const applyPlan = (
  register: ExistingRegister,
  plan: Pick<ImportPlan, 'creates' | 'edits'>,
): ExistingRegister => {
  const next: Record<string, FieldMap[]> = Object.fromEntries(
    Object.entries(register).map(([list, rows]) => [list, [...rows]]),
  );
  for (const { record, id, fields } of plan.creates.filter((create) => isListed(create.record))) {
    const whole: Record<string, Json> = { id };
    for (const field of Object.keys(recordTypes[record].fields)) whole[field] = fields[field] ?? null;
    if (isListed(record)) next[listOf[record]]?.push(whole);
  }
  for (const { record, id, fields } of plan.edits) {
    const rows = isListed(record) ? next[listOf[record]] : undefined;
    const at = rows?.findIndex((row) => row['id'] === id) ?? -1;
    if (rows && at !== -1) rows[at] = { ...rows[at], ...fields };
  }
  return { ...register, ...next };
};
