import { readXlsx, type Workbook } from 'hucre/xlsx';
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
import type { ExistingRegister } from '../plan/import-plan.ts';
import { planImport } from '../plan/plan-import.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { recogniseSheets } from '../recognise/recognise-sheets.ts';
import { writeAsImported } from './write-as-imported.ts';

const grid = gridOf(
  [
    '郭家庄村底册',
    '序号|民族|村民组|院落|姓名|与户主关系|身份证号码|电话|类别|银行|备注',
    '1|汉|1组|1院|张三|户主|410599196207212573|１３８００００００００１|低保|甲|',
    '|汉|||李四|妻|410599196503251905|同上||乙|',
    '2|汉|1组|2院|王五|户主||13800000003||丙|常年在外',
    '3||1组|3院||||||||空置',
    '合计||||2户 3人',
  ],
  [
    [0, 0, 0, 10],
    [2, 0, 3, 0],
    [2, 2, 3, 2],
    [2, 3, 3, 3],
    [2, 10, 3, 10],
  ],
);
const workbook = recogniseSheets([grid]);
const ledger = parseLedger(workbook);
const plan = planImport(ledger, emptyRegister, { choices: plainChoices, tools: countingTools() });
const fresh = applyPlan(emptyRegister, plan);
const numbers = new Map(
  plan.creates.flatMap((create) =>
    create.identityNumber === undefined ? [] : [[create.id, create.identityNumber] as const],
  ),
);

const write = async (register: ExistingRegister, isMasked = false): Promise<Workbook> => {
  const unmasked = isMasked ? {} : { identityNumberOf: (id: string) => numbers.get(id) ?? null };
  return readXlsx(
    await writeAsImported({
      workbook,
      ledger,
      rows: plan.rows,
      register,
      caption: '数据截至:2026年11月20日　编号:LX-2026-0002',
      ...unmasked,
    }),
    { readStyles: true },
  );
};
const rowsOf = (book: Workbook) => book.sheets[0]?.rows.map((row) => row.map((cell) => cell ?? '').join('|')) ?? [];
const markedIn = (book: Workbook) =>
  [...(book.sheets[0]?.cells ?? [])]
    .filter(([, cell]) => cell.style?.fill?.type === 'pattern' && cell.style.fill.fgColor?.rgb?.endsWith('FFF2CC'))
    .map(([place]) => place);
const personNamed = (name: string) => fresh.persons.find((person) => person.name === name)?.id ?? '';

describe('an export in the shape of the imported ledger', () => {
  it('is the imported ledger when nothing has changed, except that 民族 stays blank', async () => {
    const book = await write(fresh);
    const columns = grid.rows.map((row) =>
      Array.from({ length: 11 }, (_, at) => (at === 1 && row[0] !== '序号' ? '' : (row[at] ?? ''))).join('|'),
    );
    expect(rowsOf(book).slice(0, columns.length)).toEqual(columns);
    expect(markedIn(book)).toEqual([]);
    expect(book.sheets[0]?.merges).toContainEqual({ startRow: 2, startCol: 3, endRow: 3, endCol: 3 });
    expect(book.sheets).toHaveLength(1);
  });

  it('shows a changed value and marks its cell', async () => {
    const persons = fresh.persons.map((person) =>
      person.name === '王五' ? { ...person, phone: '13911112222' } : person,
    );
    const book = await write({ ...fresh, persons });
    expect(rowsOf(book)[4]).toContain('13911112222');
    expect(markedIn(book)).toEqual(['4,7']);
  });

  it('lists who has left apart, the household keeps its row', async () => {
    const gone = personNamed('张三');
    const memberships = fresh.memberships.map((row) =>
      row.personId === gone ? { ...row, toOn: '2026-10-01', endReason: 'died' as const } : row,
    );
    const book = await write({ ...fresh, memberships });
    expect(rowsOf(book)[2]).toContain('1||1组|1院|李四|妻');
    expect(book.sheets[1]?.rows[1]).toEqual(['Sheet1', '3', '1院', '张三', '去世', '2026-10-01']);
    expect(rowsOf(book).join('\n')).toContain('2户 2人');
  });

  it('appends a child behind its household and a new door behind its group', async () => {
    const [first] = fresh.households;
    const [unit] = fresh.units;
    const [template, ...rest] = fresh.persons;
    const [membership] = fresh.memberships;
    const [dwelling] = fresh.dwellings;
    if (!(first && unit && template && membership && dwelling)) throw new Error('the import made no records');
    const child = {
      ...template,
      id: 'child',
      name: '张小宝',
      phone: null,
      identityNumberHash: null,
      sex: '1' as const,
    };
    const newcomer = { ...child, id: 'newcomer', name: '赵六' };
    const book = await write({
      ...fresh,
      persons: [template, ...rest, child, newcomer],
      dwellings: [...fresh.dwellings, { ...dwelling, id: 'new-door', doorLabel: '9院', use: null }],
      households: [
        ...fresh.households,
        { ...first, id: 'new-household', dwellingId: 'new-door', phone: null, note: null },
      ],
      memberships: [
        ...fresh.memberships,
        { ...membership, id: 'm1', personId: 'child', householdId: first.id, relationToHead: '20' },
        { ...membership, id: 'm2', personId: 'newcomer', householdId: 'new-household', relationToHead: '02' },
      ],
    });
    const rows = rowsOf(book);
    expect(rows[4]).toContain('张小宝|子');
    expect(book.sheets[0]?.merges).toContainEqual({ startRow: 2, startCol: 3, endRow: 4, endCol: 3 });
    expect(rows.find((row) => row.includes('赵六'))).toContain('新增||1组|9院|赵六|户主');
  });

  it('masked, it shows no name, number, note or unknown column', async () => {
    const rows = rowsOf(await write(fresh, true)).join('\n');
    for (const secret of ['张三', '李四', '410599196207212573', '13800000003', '低保', '甲', '常年在外', '汉|'])
      expect(rows).not.toContain(secret);
    expect(rows).toContain('张*|户主|410599************');
    expect(rows).toContain('138****0003');
  });

  it('masked or not, it is read back without changing anything', async () => {
    for (const isMasked of [false, true]) {
      const bytes = await writeAsImported({
        workbook,
        ledger,
        rows: plan.rows,
        register: fresh,
        caption: '编号:1',
        ...(isMasked ? {} : { identityNumberOf: (id: string) => numbers.get(id) ?? null }),
      });
      const grids = await readWorkbook(bytes, { decoders });
      const again = planImport(parseLedger(recogniseSheets(grids.ok ? grids.value : [])), fresh, {
        choices: plainChoices,
        tools: countingTools('again'),
      });
      expect([again.creates, again.edits, again.questions]).toEqual([[], [], []]);
    }
  });
});
