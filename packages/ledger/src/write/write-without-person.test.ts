import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  applyPlan,
  countingTools,
  decoders,
  emptyRegister,
  gridOf,
  plainChoices,
} from '../../testing/ledger-testing.ts';
import { parseLedger } from '../parse/parse-ledger.ts';
import { planImport } from '../plan/plan-import.ts';
import type { Grid } from '../read/grid.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { recogniseSheets } from '../recognise/recognise-sheets.ts';
import { type LedgerWithPerson, writeWithoutPerson } from './write-without-person.ts';

const nobody = { names: [], numbers: [], otherNames: [], sharedNumbers: [] };

const rewritten = async (
  grids: readonly Grid[],
  person: Omit<LedgerWithPerson, 'workbook'>,
): Promise<readonly Grid[]> => {
  const file = await writeWithoutPerson({ workbook: recogniseSheets(grids), ...person });
  const read = await readWorkbook(file, { decoders });
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

describe('a kept file without a person', () => {
  const header = '门牌|户主|姓名|与户主关系|身份证号|联系电话|民族|备注';

  it('loses everything in a row of their own but door, household and relation', async () => {
    const grid = gridOf([
      header,
      '101|王建国|王建国|户主|410599195003031230|19990000001|汉|腿脚不便',
      '101|王建国|李秀英|妻|410599195204042000|19990000002|汉|王建国之妻,19990000001',
      '102|赵全|赵全|户主||19990000003|汉|和王建国同名者熟,19990000001',
    ]);
    const at = { sheet: 'Sheet1', dwellingId: 'd1', householdId: 'h1' };
    const [left] = await rewritten([grid], {
      rows: [
        { ...at, row: 2, personIds: ['p1'] },
        { ...at, row: 3, personIds: ['p2'] },
        { ...at, row: 4, dwellingId: 'd2', householdId: 'h2', personIds: ['p3'] },
      ],
      personId: 'p1',
      householdIds: new Set(['h1']),
      values: { ...nobody, names: ['王建国'], numbers: ['19990000001', '410599195003031230'] },
    });
    expect(left?.rows.map((cells) => cells.join('|'))).toEqual([
      header,
      '101|〔已抹除〕|〔已抹除〕|户主',
      '101|〔已抹除〕|李秀英|妻|410599195204042000|19990000002|汉|〔已抹除〕之妻,〔已抹除〕',
      '102|赵全|赵全|户主||19990000003|汉|和王建国同名者熟,〔已抹除〕',
    ]);
  });

  it('keeps what others share with them', async () => {
    const grid = gridOf([header, '101|王建国|王建国、李秀英|户主||19990000001|汉|两位老人']);
    const [left] = await rewritten([grid], {
      rows: [{ sheet: 'Sheet1', row: 2, dwellingId: 'd1', householdId: 'h1', personIds: ['p1', 'p2'] }],
      personId: 'p1',
      householdIds: new Set(['h1']),
      values: { ...nobody, names: ['王建国'], numbers: ['19990000001'] },
    });
    expect(left?.rows[1]?.join('|')).toBe('101|〔已抹除〕|〔已抹除〕、李秀英|户主||〔已抹除〕|汉|两位老人');
  });
});

const folder = new URL('../../../../../shared/fixtures/', import.meta.url);
const ledgers = ['resident-ledger-480-doors', 'village-ledger-255-doors'];

describe.skipIf(!existsSync(folder))('real ledgers (skipped where ../shared is absent)', { timeout: 30_000 }, () => {
  it.each(ledgers)(
    '%s is the same ledger after it was written again, and after that without one person',
    async (name) => {
      const read = await readWorkbook(readFileSync(new URL(`${name}.xlsx`, folder)), { decoders });
      if (!read.ok) throw new Error(read.error.type);
      const before = parseLedger(recogniseSheets(read.value));
      const plan = planImport(before, emptyRegister, { choices: plainChoices, tools: countingTools() });
      const person = { rows: plan.rows, personId: '', householdIds: new Set<string>(), values: nobody };
      const same = await rewritten(read.value, person);
      expect(parseLedger(recogniseSheets(same)).dwellings).toEqual(before.dwellings);

      const { persons, memberships } = applyPlan(emptyRegister, plan);
      const known = persons.find(({ phone, name: called }) => phone !== null && called !== null && called.length > 2);
      const [names, numbers] = [[known?.name ?? ''], [known?.phone ?? '']];
      const householdIds = new Set(
        memberships.filter(({ personId }) => personId === known?.id).map((m) => m.householdId),
      );
      const values = { ...nobody, names, numbers };
      const without = await rewritten(same, { ...person, personId: known?.id ?? '', householdIds, values });
      const after = parseLedger(recogniseSheets(without));
      expect(JSON.stringify(read.value)).toContain(numbers[0]);
      expect(JSON.stringify(without)).not.toContain(numbers[0]);
      for (const count of ['doors', 'households', 'personRows', 'vacantDoors'])
        expect(Object(after.counts)[count], count).toBe(Object(before.counts)[count]);
    },
  );
});
