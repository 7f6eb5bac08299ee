import { codeLabel, maskName, maskPhone, relationToHead } from '@lianxin/domain';
import { describe, expect, it } from 'vitest';
import {
  applyPlan,
  countingTools,
  decoders,
  emptyRegister,
  gridOf,
  parseGrids,
  plainChoices,
} from '../../testing/ledger-testing.ts';
import { parseLedger } from '../parse/parse-ledger.ts';
import type { ExistingRegister } from '../plan/import-plan.ts';
import { planImport } from '../plan/plan-import.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { recogniseSheets } from '../recognise/recognise-sheets.ts';
import type { LedgerLine } from './layout.ts';
import { type ResidentsColumn, residentsLayout } from './residents-layout.ts';
import { writeLedger } from './write-ledger.ts';

const imported = (lines: readonly string[]): ExistingRegister =>
  applyPlan(
    emptyRegister,
    planImport(parseGrids(gridOf(lines)), emptyRegister, { choices: plainChoices, tools: countingTools() }),
  );

/** Lays out a register the way the residents' ledger is exported. */
const linesOf = (register: ExistingRegister, isMasked: boolean): LedgerLine<ResidentsColumn>[] => {
  const unit = (id: string | null) => register.units.find((candidate) => candidate.id === id);
  return register.dwellings.flatMap((dwelling): LedgerLine<ResidentsColumn>[] => {
    const own = unit(dwelling.unitId);
    const building = own?.kind === 'entrance' ? unit(own.parentId) : own;
    const place = {
      estate: building?.estate ?? '',
      building: building?.name ?? '',
      entrance: own?.kind === 'entrance' ? own.name : '',
      door: dwelling.doorLabel,
    };
    const households = register.households.filter((household) => household.dwellingId === dwelling.id);
    if (households.length === 0) return [{ cells: { ...place, dwellingUse: '空置' } }];
    return households.flatMap((household) =>
      register.memberships
        .filter((membership) => membership.householdId === household.id)
        .map((membership) => {
          const person = register.persons.find((candidate) => candidate.id === membership.personId);
          const [name, phone] = [person?.name ?? '', person?.phone ?? ''];
          return {
            group: household.id,
            cells: {
              ...place,
              sequence: household.id,
              name: isMasked ? maskName(name) : name,
              phone: isMasked ? maskPhone(phone) : phone,
              relation: codeLabel(relationToHead, membership.relationToHead ?? ''),
              address: Object.values(place).join(''),
            },
          };
        }),
    );
  });
};

const readBack = async (register: ExistingRegister, isMasked: boolean) => {
  const text = { title: '某社区2026年11月居民信息台账', caption: '编号:1', sheetName: '居民信息台账' };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeLedger({ layout: residentsLayout, text, lines: linesOf(register, isMasked) }))
    chunks.push(chunk);
  const grids = await readWorkbook(Buffer.concat(chunks), { decoders });
  return planImport(parseLedger(recogniseSheets(grids.ok ? grids.value : [])), register, {
    choices: plainChoices,
    tools: countingTools('again'),
  });
};

const town = [
  '小区|楼栋|单元|房号|姓名|与户主关系|电话',
  '石油小区|1号楼|1单元|101|张三|户主|13800000001',
  '||||李四|妻|',
  '石油小区|1号楼|1单元|102|||',
  '石油小区|2栋||201|王五|户主|',
];
const village = [
  '序号|村民组|院落|姓名|与户主关系|电话',
  '1|郭家庄村1组|6院|张三|户主|13800000001',
  '2|郭家庄村1组|6院东屋|李四|户主|',
  '3|郭家庄村1组|水塔南|王五|户主|',
  '4|郭家庄村1组|水塔南|赵六|户主|',
  '5|郭家庄村2组|7院||||',
];

describe('our own residents ledger', () => {
  it.each([
    ['town', town, false],
    ['town, masked', town, true],
    ['village', village, false],
    ['village, masked', village, true],
  ] as const)('of a %s changes nothing when it is imported', async (_, lines, isMasked) => {
    const register = imported(lines);
    const again = await readBack(register, isMasked);
    expect([again.creates, again.edits, again.questions]).toEqual([[], [], []]);
  });
});
