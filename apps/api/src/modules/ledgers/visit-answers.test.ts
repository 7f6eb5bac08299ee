import type { FieldMap } from '@lianxin/domain';
import { readWorkbook } from '@lianxin/ledger';
import { type LedgerPreview, ledgerPreviewSchema, questionSetsAnswerSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { signInStarter, startDemoApp } from '../../testing/test-demo.ts';
import { createTestPhone } from '../../testing/test-phone.ts';

const label = (zh: string) => ({ zh, en: '' });
const winter = {
  setKey: null,
  baseVersion: null,
  kind: 'check',
  name: '冬季安全',
  nameEn: null,
  questions: [
    { key: 'alarm', type: 'yesNo', label: label('报警器') },
    {
      key: 'heating',
      type: 'multi',
      label: label('取暖'),
      options: ['煤炉', '空调', '暖气'].map((zh, at) => ({ value: `way${at}`, label: label(zh) })),
    },
    { key: 'rooms', type: 'number', label: label('房间'), unit: { zh: '间', en: '' } },
    { key: 'checkedOn', type: 'date', label: label('检修日') },
    { key: 'said', type: 'text', label: label('说了什么') },
  ],
  audience: { tagKinds: [], minAge: null },
  fromOn: null,
  toOn: null,
};

const setUp = async () => {
  const { started, admin, townId } = await startDemoApp();
  const phone = createTestPhone(await signInStarter(started, '王芳'), townId, () => started.clock.now);
  const [door, ...others] = started.core.reader.sqlite
    .prepare<[string, string], { readonly dwellingId: string; readonly householdId: string }>(
      `SELECT v.dwelling_id AS dwellingId, v.household_id AS householdId FROM visits v
       WHERE v.community_id = ? AND v.buckets = ? AND v.household_id IS NOT NULL
       GROUP BY v.dwelling_id ORDER BY v.dwelling_id LIMIT 2`,
    )
    .all(townId, `grid:${started.core.reader.tree.gridsOf(townId)[0]?.id}`);
  const visit = async (id: string, at: FieldMap = door ?? {}, more: FieldMap = {}) => {
    const fields = { ...at, outcome: 'met', way: 'door', ...more };
    return (await phone.push([phone.mutation('visit.log', { visit: { id, fields }, needs: [] })])).outcomes[0]?.outcome;
  };
  const give = async (visitId: string, sheet: FieldMap, at: FieldMap = door ?? {}) => {
    const args = { sheet: { id: `sheet_${visitId}_${sheet['setKey']}`, fields: { visitId, ...at, ...sheet } } };
    return (await phone.push([phone.mutation('answers.give', args)])).outcomes[0]?.outcome;
  };
  const saveSet = async (set: object) => {
    const answer = await admin.request('POST', '/question-sets', { community: townId, set });
    const { sets } = questionSetsAnswerSchema.parse(await answer.json());
    const [made] = sets.filter(({ isPreset }) => !isPreset);
    return { questionSetId: made?.id ?? '', setKey: made?.setKey ?? '' };
  };
  const look = async (): Promise<LedgerPreview> =>
    ledgerPreviewSchema.parse(
      await (await admin.request('GET', `/ledgers/visits/preview?community=${townId}&from=2026-11-20`)).json(),
    );
  const file = async (body?: FieldMap) => {
    const path = `/ledgers/visits.xlsx?community=${townId}&from=2026-11-20`;
    const answer = await (body ? admin.request('POST', path, body) : admin.request('GET', path));
    const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    const grids = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), {
      decoders: { utf8: decode, gb18030: decode },
    });
    return grids.ok ? (grids.value[0]?.rows ?? []) : [];
  };
  return { admin, townId, door: door ?? {}, otherDoor: others[0] ?? {}, visit, give, saveSet, look, file };
};

describe('answers in the ledger of visits', () => {
  it('have no columns where nothing was asked', async () => {
    const { visit, look, file } = await setUp();
    await visit('visit_0000000000001');
    expect((await look()).columns.map(({ label: heading }) => heading)).not.toContain('冬季安全 · 报警器');
    expect((await file())[2]).not.toContain('五项核对');
    expect((await look()).sums).toBeUndefined();
  });

  it('are typed columns under the name of their set; words people said leave only unmasked', async () => {
    const { visit, give, saveSet, look, file } = await setUp();
    const asked = await saveSet(winter);
    await visit('visit_0000000000001');
    const answers = {
      alarm: false,
      heating: ['way2', 'way0'],
      rooms: 2.5,
      checkedOn: '2026-11-01',
      said: '张三说煤炉漏烟',
    };
    expect(await give('visit_0000000000001', { ...asked, answers })).toBe('applied');
    const { columns, rows } = await look();
    const at = columns.findIndex(({ label: heading }) => heading === '冬季安全 · 报警器');
    expect(columns.slice(at).map(({ numeric }) => numeric)).toEqual([false, false, true, false]);
    expect(rows.at(-1)?.slice(at)).toEqual(['否', '煤炉、暖气', '2.5', '2026年11月1日']);

    const sheet = await file();
    const column = sheet[2]?.indexOf('冬季安全') ?? -1;
    expect(sheet[3]?.slice(column, column + 5)).toEqual(['报警器', '取暖', '房间(间)', '检修日', '说了什么']);
    expect(sheet.at(-2)?.slice(column)).toEqual(['否', '煤炉、暖气', '2.5', '2026年11月1日']);
    const whole = await file({ unmasked: true, reason: '街道核对' });
    expect(whole.at(-2)?.[column + 4]).toBe('张三说煤炉漏烟');
  });

  it('of several versions stand in the same columns, in the words of the newest', async () => {
    const { visit, give, saveSet, look, otherDoor } = await setUp();
    const first = await saveSet(winter);
    await visit('visit_0000000000001');
    await give('visit_0000000000001', { ...first, answers: { alarm: true, said: '好' } });
    const [alarm] = winter.questions;
    const words = { ...alarm, label: label('装了报警器') };
    const second = await saveSet({ ...winter, setKey: first.setKey, baseVersion: 1, questions: [words] });
    await visit('visit_0000000000002', otherDoor);
    expect(await give('visit_0000000000002', { ...second, answers: { alarm: false } }, otherDoor)).toBe('applied');
    const { columns, rows } = await look();
    const headings = columns.map(({ label: heading }) => heading).filter((heading) => heading.startsWith('冬季安全'));
    expect(headings.slice(0, 2)).toEqual(['冬季安全 · 装了报警器', '冬季安全 · 取暖']);
    const at = columns.findIndex(({ label: heading }) => heading === headings[0]);
    expect(rows.slice(-2).map((row) => row[at])).toEqual(['是', '否']);
  });

  it('end in a line of sums of what was counted, without visits that do not count any more', async () => {
    const { visit, give, look, file, otherDoor } = await setUp();
    const posters = (count: number) => ({ setKey: 'antiFraud', answers: { explained: 'yes', posters: count } });
    await visit('visit_0000000000001');
    await give('visit_0000000000001', posters(12));
    await visit('visit_0000000000002', otherDoor);
    await give('visit_0000000000002', posters(8), otherDoor);
    const posterSums = async () => {
      const { columns, sums } = await look();
      const sheet = await file();
      const heading = sheet[3]?.indexOf('海报(张)') ?? -1;
      return [
        sums?.[columns.findIndex(({ label: words }) => words === '反诈宣传 · 海报(张)')],
        sheet.at(-2)?.[0],
        sheet.at(-2)?.[heading],
      ];
    };
    expect(await posterSums()).toEqual(['20', '合计', '20']);
    await visit('visit_00000000void1', otherDoor, { voidOf: 'visit_0000000000002' });
    expect(await posterSums()).toEqual(['12', '合计', '12']);
    // Corrected to the other door, with its answers given again there.
    await visit('visit_0000000000003', otherDoor, { corrects: 'visit_0000000000001' });
    await give('visit_0000000000003', posters(12), otherDoor);
    expect(await posterSums()).toEqual(['12', '合计', '12']);
  });
});
