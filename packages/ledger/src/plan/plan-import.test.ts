import { describe, expect, it } from 'vitest';
import {
  applyPlan,
  countingTools,
  emptyRegister,
  gridOf,
  parseGrids,
  plainChoices,
} from '../../testing/ledger-testing.ts';
import type { ExistingRegister, ImportChoices } from './import-plan.ts';
import { planImport } from './plan-import.ts';

const header = '楼栋|单元|房号|姓名|与户主关系|身份证号|电话|职业|备注';
const family = [
  '1号楼|1单元|101|张三|户主|410599196207212573|13800000001|务工|',
  '|||李四|妻|410599196503251905||退休|',
  '|||小明|子|||学生|',
];
const tools = countingTools();

const plan = (lines: readonly string[], register: ExistingRegister, choices: Partial<ImportChoices> = {}) =>
  planImport(parseGrids(gridOf([header, ...lines])), register, { choices: { ...plainChoices, ...choices }, tools });
const imported = (lines: readonly string[]) => applyPlan(emptyRegister, plan(lines, emptyRegister));
const isEmpty = (made: ReturnType<typeof plan>) =>
  made.creates.length + made.edits.length + made.questions.length === 0;

describe('the first import', () => {
  it('creates places, households and people', () => {
    const made = plan([...family, '1号楼|2单元|201|||||||空置'], emptyRegister);
    expect(made.counts).toMatchObject({ newBuildings: 1, newDwellings: 2, newHouseholds: 1, newPeople: 3 });
    expect(made.creates.filter((create) => create.record === 'unit').map((create) => create.fields['name'])).toEqual([
      '1号楼',
      '1单元',
      '2单元',
    ]);
  });

  it('the clear number travels beside the fields, only its hash is a field', () => {
    const person = plan(family, emptyRegister).creates.find((create) => create.record === 'person');
    expect(person?.identityNumber).toBe('410599196207212573');
    expect(JSON.stringify(person?.fields)).not.toContain('410599196207212573');
    expect(person?.fields['identityNumberState']).toBe('registered');
  });

  it('each building goes to the grid that was chosen for it', () => {
    const lines = [...family, '2号楼|1单元|101|王五|户主||||'];
    const made = plan(lines, emptyRegister, { gridByBuilding: { '/2号楼': 'grid-000000000002' } });
    expect(made.buildings.map((building) => [building.label, building.gridId, building.dwellings])).toEqual([
      ['1号楼', 'grid-000000000001', 1],
      ['2号楼', 'grid-000000000002', 1],
    ]);
  });

  it('every row of the file knows its records', () => {
    expect(plan(family, emptyRegister).rows.map((row) => [row.row, row.personIds.length])).toEqual([
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
  });
});

describe('importing again', () => {
  it('the same file changes nothing', () => {
    expect(isEmpty(plan(family, imported(family)))).toBe(true);
  });

  it('the same file changes nothing after somebody has corrected a phone', () => {
    const register = imported(family);
    const persons = register.persons.map((person) =>
      person.name === '张三' ? { ...person, phone: '13911112222' } : person,
    );
    expect(isEmpty(plan(family, { ...register, persons }))).toBe(true);
  });

  it('a changed cell of somebody with a number is a plain edit', () => {
    const made = plan([family[0]?.replace('务工', '退休') ?? '', ...family.slice(1)], imported(family));
    expect(made.questions).toEqual([]);
    expect(made.edits.map((edit) => edit.fields['occupation']).filter((text) => text !== undefined)).toEqual(['退休']);
  });

  it('a blank cell clears nothing and a missing row ends nothing', () => {
    const made = plan(['1号楼|1单元|101|张三|户主|410599196207212573|||'], imported(family));
    expect(isEmpty(made)).toBe(true);
  });

  it('a masked file changes nothing', () => {
    const made = plan(
      ['1号楼|1单元|101|张*|户主|410599************|138****0001|务工|', '|||李*|妻|410599************||退休|'],
      imported(family),
    );
    expect(made.creates).toEqual([]);
    expect(made.edits).toEqual([]);
  });

  it('a namesake without number or phone waits for an answer', () => {
    const lines = [...family.slice(0, 2), '|||小明|子|||务工|'];
    const register = imported(family);
    const waiting = plan(lines, register);
    expect(waiting.questions).toMatchObject([{ kind: 'sameName', name: '小明', row: 4, answer: null }]);
    expect([waiting.creates, waiting.edits]).toEqual([[], []]);
    const id = waiting.questions[0]?.id ?? '';
    const same = plan(lines, register, { answers: { [id]: 'same' } });
    expect(same.edits.map((edit) => edit.fields['occupation'] ?? null)).toContain('务工');
    const different = plan(lines, register, { answers: { [id]: 'different' } });
    expect(different.creates.map((create) => create.record)).toEqual(['person', 'membership']);
  });

  it('a number that stands on somebody elsewhere is a question, never a merge', () => {
    const made = plan(['2号楼|1单元|301|张三|户主|410599196207212573|||'], imported(family));
    expect(made.questions).toMatchObject([{ kind: 'sameNumber', name: '张三', row: 2 }]);
    expect(made.creates.some((create) => create.record === 'person')).toBe(false);
  });

  it('two rows with one number stay two people, again and again', () => {
    const lines = [...family, '2号楼|1单元|301|王五|户主|410599196207212573|||'];
    const register = imported(lines);
    expect(register.persons).toHaveLength(4);
    expect(isEmpty(plan(lines, register))).toBe(true);
  });

  it('a new number is added, a doubtful one replaces nothing', () => {
    const register = imported(family);
    const added = plan([...family.slice(0, 2), '|||小明|子|410599200106260016||学生|'], register, {
      answers: { 'Sheet1:4:1': 'same' },
    });
    expect(added.edits.find((edit) => edit.identityNumber !== undefined)?.identityNumber).toBe('410599200106260016');
    const doubtful = plan(['1号楼|1单元|101|张三|户主|410599196207212570|13800000001|务工|'], register);
    expect(doubtful.edits.some((edit) => edit.identityNumber !== undefined)).toBe(false);
  });

  it('the dead are not brought back by an old file', () => {
    const register = imported(family);
    const memberships = register.memberships.map((membership, at) =>
      at === 0 ? { ...membership, toOn: '2026-10-01', endReason: 'died' as const } : membership,
    );
    const made = plan([family[0]?.replace('务工', '退休') ?? '', ...family.slice(1)], { ...register, memberships });
    expect(made.creates.some((create) => create.record === 'membership')).toBe(false);
  });

  it('a remark of the file is added to what was noted at the door', () => {
    const register = imported(family);
    const households = register.households.map((household) => ({ ...household, note: '狗凶' }));
    const made = plan([`${family[0]}常年在外`, ...family.slice(1)], { ...register, households });
    expect(made.edits.find((edit) => edit.record === 'household')?.fields['note']).toBe('狗凶;常年在外');
  });
});
