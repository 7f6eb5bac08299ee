import { createTextEraser, erasedMark, type PersonValues } from '@lianxin/domain';
import { writeXlsx } from 'hucre/xlsx';
import type { ImportedRow } from '../plan/import-plan.ts';
import type { ColumnTarget } from '../recognise/ledger-field.ts';
import type { RecognisedSheet, RecognisedWorkbook } from '../recognise/recognise-sheets.ts';
import { householdTargets } from './household-targets.ts';
import { toLibraryMerges } from './page.ts';

/** Is an imported file, which rows were written to which records, and whose values go out of it. */
export interface LedgerWithPerson {
  readonly workbook: RecognisedWorkbook;
  readonly rows: readonly ImportedRow[];
  readonly personId: string;
  readonly householdIds: ReadonlySet<string>;
  readonly values: PersonValues;
}

/** What stays in a row of their own: the door, the household, and how they belonged to it, which counts. */
const stays = (target: ColumnTarget): boolean =>
  householdTargets.has(target) || target === 'relation' || target === 'membershipKind';

/**
 * Writes an imported file again without one person: the same sheets, rows and merged cells, so that it still fits what was imported from it. In a row of
 * their own only the door, the household and the relation stay; where others share it, names and numbers go. Sheets that were no ledger are left out.
 */
export const writeWithoutPerson = (input: LedgerWithPerson): Promise<Uint8Array> =>
  writeXlsx({
    sheets: input.workbook.sheets.map((sheet) => ({
      name: sheet.grid.name === '' ? '台账' : sheet.grid.name.slice(0, 31),
      rows: rowsWithout(sheet, input),
      merges: toLibraryMerges(sheet.grid.merges),
    })),
    stringMode: 'inline',
  });

const rowsWithout = (sheet: RecognisedSheet, input: LedgerWithPerson): (string | null)[][] => {
  const eraser = createTextEraser(input.values);
  const imported = new Map(input.rows.filter((row) => row.sheet === sheet.grid.name).map((row) => [row.row, row]));
  const targets = new Map(sheet.columns.map(({ column, target }) => [column, target]));
  return sheet.grid.rows.map((cells, at) => {
    const row = imported.get(at + 1);
    const isTheirs = row?.personIds.includes(input.personId) === true;
    const isOwn = isTheirs && row?.personIds.length === 1;
    const erase = isTheirs || input.householdIds.has(row?.householdId ?? '') ? eraser.all : eraser.numbers;
    return cells.map((text, column) => {
      const left = isOwn ? ownCell(targets.get(column), erase(text)) : erase(text);
      return left === '' ? null : left;
    });
  });
};

const ownCell = (target: ColumnTarget | undefined, erased: string): string => {
  if (target === 'name') return erasedMark;
  return target !== undefined && stays(target) ? erased : '';
};
