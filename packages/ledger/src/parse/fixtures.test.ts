import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyPlan, countingTools, decoders, emptyRegister, plainChoices } from '../../testing/ledger-testing.ts';
import { planImport } from '../plan/plan-import.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { recogniseSheets } from '../recognise/recognise-sheets.ts';
import { parseLedger } from './parse-ledger.ts';

const folder = new URL('../../../../../shared/fixtures/', import.meta.url);
const ledgers = ['resident-ledger-480-doors', 'village-ledger-255-doors'];

describe.skipIf(!existsSync(folder))('real ledgers (skipped where ../shared is absent)', { timeout: 30_000 }, () => {
  it.each(ledgers)('%s is understood as its true counts say', async (name) => {
    const grids = await readWorkbook(readFileSync(new URL(`${name}.xlsx`, folder)), { decoders });
    if (!grids.ok) throw new Error(grids.error.type);
    const truth: unknown = JSON.parse(readFileSync(new URL(`${name}.truth.json`, folder), 'utf8'));
    expect(parseLedger(recogniseSheets(grids.value)).counts).toMatchObject(Object(truth));
  });

  it.each(ledgers)('importing %s twice changes nothing', async (name) => {
    const grids = await readWorkbook(readFileSync(new URL(`${name}.xlsx`, folder)), { decoders });
    if (!grids.ok) throw new Error(grids.error.type);
    const ledger = parseLedger(recogniseSheets(grids.value));
    const options = { choices: plainChoices, tools: countingTools() };
    const register = applyPlan(emptyRegister, planImport(ledger, emptyRegister, options));
    const again = planImport(ledger, register, options);
    expect({ creates: again.creates, edits: again.edits, questions: again.questions }).toEqual({
      creates: [],
      edits: [],
      questions: [],
    });
  });
});
