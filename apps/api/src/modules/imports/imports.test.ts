import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '@lianxin/ledger';
import { type ImportAnswer, importAnswerSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestClient,
} from '../../testing/test-app.ts';
import { createTestPhone } from '../../testing/test-phone.ts';
import { buildPlace } from '../../testing/test-place.ts';

const header = '楼栋,单元,房号,户主,姓名,与户主关系,性别,身份证号,联系电话,特殊人群';
const csv = [
  '青禾路社区居民底册,,,,,,,,,',
  header,
  '1号楼,1单元,101,王建国,王建国,户主,男,410599195003031230,19990000001,',
  '1号楼,1单元,101,王建国,李秀英,妻,女,410599195204042000,19990000002,残疾',
  '1号楼,1单元,102,,,,,,,',
  '1号楼,1单元,201,赵𠮷,赵𠮷,户主,男,,19990000003,独居',
].join('\n');

const setUp = async () => {
  const started = startTestApp();
  const { client } = await signInFirstOperator(started);
  const place = await buildPlace(client);
  return { started, client, place };
};

const upload = async (
  client: TestClient,
  community: string,
  file: { readonly name: string; readonly bytes: Uint8Array | string },
) => {
  const form = new FormData();
  const bytes = typeof file.bytes === 'string' ? new TextEncoder().encode(file.bytes) : file.bytes;
  form.set('file', new File([new Uint8Array(bytes)], file.name));
  form.set('community', community);
  return client.request('POST', '/imports', form);
};

const parse = async (answer: Response): Promise<ImportAnswer> => {
  const body: unknown = await answer.json();
  const parsed = importAnswerSchema.safeParse(body);
  if (!parsed.success) throw new Error(`${answer.status} ${JSON.stringify(body).slice(0, 500)}`);
  return parsed.data;
};

const sheetOf = async (answer: Response): Promise<readonly (readonly string[])[]> => {
  expect(answer.status).toBe(200);
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const grids = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), {
    decoders: { utf8: decode, gb18030: decode },
  });
  return grids.ok ? (grids.value[0]?.rows ?? []) : [];
};

describe('importing a ledger', () => {
  it('writes nothing before it is confirmed, everything afterwards, and nothing the second time', async () => {
    const { started, client, place } = await setUp();
    const count = (table: string): unknown =>
      started.core.reader.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    const preview = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: csv }));
    expect(preview).toMatchObject({
      state: 'preview',
      preview: { counts: { doors: 3, households: 2, personRows: 3, vacantDoors: 1 }, changes: { newPeople: 3 } },
    });
    expect(count('persons')).toBe(0);
    const done = await parse(
      await client.request('POST', `/imports/${preview.id}/confirm`, { revision: preview.revision }),
    );
    expect(done.state).toBe('done');
    expect([count('persons'), count('dwellings'), count('households'), count('tags')]).toEqual([3, 3, 2, 2]);
    const again = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: csv }));
    expect(again.preview.changes).toMatchObject({
      newPeople: 0,
      changedPeople: 0,
      unchangedPeople: 3,
      newDwellings: 0,
    });
    const seq = started.core.reader.sqlite.prepare('SELECT seq FROM spaces WHERE community_id = ?').pluck();
    const before = seq.get(place.communityId);
    await parse(await client.request('POST', `/imports/${again.id}/confirm`, {}));
    expect(seq.get(place.communityId)).toBe(before);
  });

  it('tells what it changed and who confirmed it, and nothing of what it only made', async () => {
    const { started, client, place } = await setUp();
    const confirm = async (bytes: string): Promise<void> => {
      const { id, revision } = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes }));
      const done = await parse(await client.request('POST', `/imports/${id}/confirm`, { revision }));
      expect(done.state).toBe('done');
    };
    const changes = () =>
      started.core.reader.sqlite
        .prepare('SELECT field, before, after, changed_by_name IS NOT NULL AS told FROM field_changes')
        .all();
    await confirm(csv);
    expect(changes()).toEqual([]);
    await confirm(csv.replace('李秀英,妻,', '李秀英,母,'));
    expect(changes()).toEqual([{ field: 'relationToHead', before: '"12"', after: '"52"', told: 1 }]);
  });

  it('brings the register to the phones of the grid that was named, without a digit of an ID number', async () => {
    const { started, client, place } = await setUp();
    const preview = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: csv }));
    const [building] = preview.preview.buildings;
    await parse(
      await client.request('POST', `/imports/${preview.id}/confirm`, {
        gridByBuilding: { [building?.key ?? '']: place.gridIds[0] },
      }),
    );
    const { invitation } = await invite(client, '王芳', [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
    const worker = await acceptInvitation(started, { code: invitation.code, loginName: '王芳' });
    const pages = await createTestPhone(worker.client, place.communityId, () => started.clock.now).pullAll();
    const rows = pages.flatMap((page) => page.buckets.flatMap((bucket) => bucket.rows));
    expect(
      rows
        .filter((row) => row.table === 'person')
        .map((row) => row.fields?.['name'])
        .sort(),
    ).toEqual(['李秀英', '王建国', '赵𠮷'].sort());
    expect(rows.find((row) => row.fields?.['name'] === '王建国')?.fields?.['identityNumberState']).not.toBe('none');
    expect(JSON.stringify(pages)).not.toMatch(/410599|lx1\./);
    const dump = JSON.stringify(started.core.reader.sqlite.prepare('SELECT * FROM persons').all());
    expect(dump).toContain('lx1.a256gcm.');
    expect(dump).not.toContain('410599195003031230');
  });

  it('asks for a decision where a new building has no grid', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const place = await buildPlace(client);
    const preview = await parse(
      await upload(client, place.communityId, { name: '底册.csv', bytes: csv.replaceAll('1号楼', '9号楼') }),
    );
    const foreign = await client.request('POST', `/imports/${preview.id}/confirm`, {
      defaultGridId: place.communityId,
    });
    expect(await foreign.json()).toMatchObject({ code: 'importUndecided' });
  });

  it('makes a new preview when a column is corrected, and remembers it with the community', async () => {
    const { client, place } = await setUp();
    const odd = csv.replace('联系电话', '甲');
    const preview = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: odd }));
    const [sheet] = preview.preview.sheets;
    expect(sheet?.columns[8]).toMatchObject({ heading: '甲', target: 'kept' });
    const targets = sheet?.columns.map((column, at) => (at === 8 ? 'phone' : column.target)) ?? [];
    const corrected = await parse(
      await client.request('POST', `/imports/${preview.id}/mapping`, {
        mapping: [{ signature: sheet?.signature, targets }],
      }),
    );
    expect(corrected.revision).toBe(2);
    const stale = await client.request('POST', `/imports/${preview.id}/confirm`, { revision: 1 });
    expect(await stale.json()).toMatchObject({ code: 'importChanged' });
    await parse(await client.request('POST', `/imports/${preview.id}/confirm`, { revision: 2 }));
    const next = await parse(await upload(client, place.communityId, { name: '底册2.csv', bytes: odd }));
    expect(next.preview.sheets[0]?.columns[8]?.target).toBe('phone');
  });

  it('gives the ledger back in its own shape with what has changed since', async () => {
    const { started, client, place } = await setUp();
    const preview = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: csv }));
    await parse(await client.request('POST', `/imports/${preview.id}/confirm`, {}));
    const { invitation } = await invite(client, '王芳', [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
    const worker = await acceptInvitation(started, { code: invitation.code, loginName: '王芳' });
    const phone = createTestPhone(worker.client, place.communityId, () => started.clock.now);
    const rows = (await phone.pullAll()).flatMap((page) => page.buckets.flatMap((bucket) => bucket.rows));
    const person = rows.find((row) => row.fields?.['name'] === '赵𠮷');
    const edit = {
      table: 'person',
      id: person?.id ?? '',
      edits: [{ field: 'phone', to: '19990009999', on: null, seen: person?.rev ?? 0 }],
    };
    expect((await phone.push([phone.mutation('record.edit', edit)])).outcomes).toMatchObject([{ outcome: 'applied' }]);
    const path = `/ledgers/as-imported.xlsx?community=${place.communityId}`;
    const masked = await sheetOf(await client.request('GET', path));
    expect(masked.flat()).toContain('与户主关系');
    expect(masked.flat().join('\n')).not.toMatch(/19990009999|410599\d|王建国/);
    const whole = await sheetOf(await client.request('POST', path, { unmasked: true, reason: '交回街道' }));
    expect(whole.flat()).toEqual(expect.arrayContaining(['赵𠮷', '19990009999', '410599195003031230']));
  });

  it('never tells a whole name, phone or number of the file, whatever is wrong with the cell', async () => {
    const { client, place } = await setUp();
    const rows = [
      '青禾路社区居民底册,,,,,,,,,,',
      `${header},备注`,
      '1号楼,1单元,101,王建国,王建国,户主,男,410599195003031000,19990000001,,',
      '1号楼,1单元,101,王建国,李秀英,妻,女,４１０５９９１９５２０４０４２０００,同上,爱下棋的李秀英,电话19990000009',
      '1号楼,1单元,101,王建国,"欧阳明月、赵小小",王建国的外孙,,41059919520404200,李秀英19990000007转,,',
      '1号楼,1单元,102,钱多多(李秀英的表妹),钱多多(李秀英的表妹),户主,女,410599 19520404 2001,199900000031,,',
      '1号楼,1单元,103,孙大海,孙大海,王建国的朋友,男,410599195003031230,不清楚,,',
      ',,,,,,,王建国 410599195003031230 19990000001,,,',
    ];
    const texts = [await upload(client, place.communityId, { name: '底册.csv', bytes: rows.join('\n') })];
    const { id } = await parse(texts[0]?.clone() ?? new Response());
    texts.push(await client.request('GET', `/imports/${id}`), await client.request('POST', `/imports/${id}/confirm`));
    texts.push(await upload(client, place.communityId, { name: '底册.csv', bytes: rows.slice(0, 5).join('\n') }));
    for (const answer of texts) {
      const text = (await answer.text()).normalize('NFKC');
      expect(text).toContain('欧阳**');
      expect(text).not.toMatch(/王建国|李秀英|欧阳明月|赵小小|钱多多|孙大海/u);
      expect(text).not.toMatch(/1999\d{7}|410599[ -]?\d|0404|0303/u);
    }
  });

  it('confirms with nothing said: the first grid, nobody united', async () => {
    const { client, place } = await setUp();
    const first = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: csv }));
    expect((await parse(await client.request('POST', `/imports/${first.id}/confirm`))).state).toBe('done');
    const second = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: csv }));
    expect((await parse(await client.request('POST', `/imports/${second.id}/confirm`, {}))).state).toBe('done');
  });

  it('takes the rows somebody points at for the headings, and knows them again', async () => {
    const { client, place } = await setUp();
    const odd = csv.replace(header, '甲,乙,丙,丁,戊,己,庚,辛,壬,癸');
    const blank = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: odd }));
    expect(blank.preview.sheets).toEqual([]);
    expect(blank.preview.otherSheets[0]?.top.slice(0, 3)).toEqual([
      ['青***'],
      ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'],
      ['1**', '1**', '1**', '王**', '王**', '户主', '男', '4***', '1***'],
    ]);
    expect(await (await client.request('POST', `/imports/${blank.id}/confirm`)).json()).toMatchObject({
      code: 'noHeaderFound',
    });
    const sheet = blank.preview.otherSheets[0]?.sheet ?? '';
    const path = `/imports/${blank.id}/mapping`;
    const correct = (body: unknown) => client.request('POST', path, body);
    const onPeople = await correct({ mapping: [], headers: [{ sheet, headerFirst: 3, headerLast: 3 }] });
    expect(await onPeople.json()).toMatchObject({ code: 'noHeaderFound' });
    const pointed = await parse(await correct({ mapping: [], headers: [{ sheet, headerFirst: 2, headerLast: 2 }] }));
    expect(pointed.preview.sheets[0]).toMatchObject({ headerFirst: 2, headerLast: 2, rows: 4 });
    const targets = 'building entrance door headName name relation sex identityNumber phone tags'.split(' ');
    const { signature } = pointed.preview.sheets[0] ?? {};
    const mapped = await parse(await correct({ mapping: [{ signature, targets }] }));
    expect(mapped.preview.counts).toMatchObject({ doors: 3, households: 2, personRows: 3 });
    expect(mapped.preview.sheets[0]?.top[2]?.slice(3, 9)).toEqual([
      '王**',
      '王**',
      '户主',
      '男',
      '410599************',
      '199****0001',
    ]);
    await parse(await client.request('POST', `/imports/${blank.id}/confirm`));
    const next = await parse(await upload(client, place.communityId, { name: '底册2.csv', bytes: `街道,\n${odd}` }));
    expect(next.preview.sheets[0]).toMatchObject({ headerFirst: 3 });
    expect(next.preview.changes).toMatchObject({ newPeople: 0, changedPeople: 0 });
  });

  it('forgets a preview with its file, and nothing that was written', async () => {
    const { started, client, place } = await setUp();
    const count = (): unknown => started.core.reader.sqlite.prepare('SELECT count(*) FROM imports').pluck().get();
    const first = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: csv }));
    expect((await client.request('DELETE', `/imports/${first.id}`)).status).toBe(204);
    expect(count()).toBe(0);
    expect((await client.request('DELETE', `/imports/${first.id}`)).status).toBe(404);
    const second = await parse(await upload(client, place.communityId, { name: '底册.csv', bytes: csv }));
    await parse(await client.request('POST', `/imports/${second.id}/confirm`));
    const late = await client.request('DELETE', `/imports/${second.id}`);
    expect(await late.json()).toMatchObject({ code: 'importChanged' });
    expect(count()).toBe(1);
  });

  it('says what is wrong with a file that is no ledger', async () => {
    const { client, place } = await setUp();
    const codeOf = async (bytes: Uint8Array | string): Promise<unknown> => {
      const answer = await upload(client, place.communityId, { name: 'x.xlsx', bytes });
      return [answer.status, JSON.parse(await answer.text()).code];
    };
    expect(await codeOf('PK\u0003\u0004 broken')).toEqual([422, 'notAWorkbook']);
    expect(await codeOf('\n\n')).toEqual([422, 'notAWorkbook']);
    expect(await codeOf(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0, 0]))).toEqual([422, 'saveAsXlsx']);
    expect(await codeOf(new Uint8Array(6 * 1024 * 1024))).toEqual([413, 'tooLarge']);
    expect(await codeOf('姓名,房号\n甲,101\n')).toEqual([422, 'saveAsXlsx']);
  });

  it('takes text for a ledger only when it is a table', async () => {
    const { client, place } = await setUp();
    const answer = await upload(client, place.communityId, { name: 'x.csv', bytes: 'a letter\nin two lines' });
    expect([answer.status, JSON.parse(await answer.text()).code]).toEqual([422, 'saveAsXlsx']);
  });

  const fixtures = join(import.meta.dirname, '../../../../../../shared/fixtures');
  for (const name of ['resident-ledger-480-doors', 'village-ledger-255-doors']) {
    it.skipIf(!existsSync(fixtures))(
      `imports ${name} with the counts of its truth, and nothing the second time (needs ../shared/fixtures)`,
      async () => {
        const { client, place } = await setUp();
        const bytes = readFileSync(join(fixtures, `${name}.xlsx`));
        const truth: { readonly [count: string]: number } = JSON.parse(
          readFileSync(join(fixtures, `${name}.truth.json`), 'utf8'),
        );
        const preview = await parse(await upload(client, place.communityId, { name: `${name}.xlsx`, bytes }));
        expect(preview.preview.counts).toMatchObject(truth);
        const done = await parse(await client.request('POST', `/imports/${preview.id}/confirm`, {}));
        expect(done.state).toBe('done');
        const again = await parse(await upload(client, place.communityId, { name: `${name}.xlsx`, bytes }));
        expect(again.preview.changes).toMatchObject({
          newPeople: 0,
          changedPeople: 0,
          newHouseholds: 0,
          newDwellings: 0,
        });
      },
    );
  }
});
