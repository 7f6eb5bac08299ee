import { readWorkbook } from '@lianxin/ledger';
import { type LedgerPreview, ledgerPreviewSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { acceptInvitation, invite } from '../../testing/test-app.ts';
import { startDemoApp } from '../../testing/test-demo.ts';

const setUp = async () => {
  const { started, admin, townId } = await startDemoApp();
  return { started, admin, communityId: townId, gridId: started.core.reader.tree.gridsOf(townId)[0]?.id ?? '' };
};

const textsOf = async (answer: Response): Promise<string[][]> => {
  expect(answer.status).toBe(200);
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const grids = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), {
    decoders: { utf8: decode, gb18030: decode },
  });
  return grids.ok ? (grids.value[0]?.rows.map((row) => [...row]) ?? []) : [];
};

describe('exporting ledgers', () => {
  it('masks names, phones and numbers by default and writes the audit with number, rows and hash', async () => {
    const { started, admin, communityId } = await setUp();
    const answer = await admin.request('GET', `/ledgers/residents.xlsx?community=${communityId}`);
    const number = answer.headers.get('x-ledger-number');
    const rows = await textsOf(answer);
    expect(rows[0]?.[0]).toBe('青禾路社区2026年11月居民信息台账');
    expect(rows[1]?.[0]).toContain('数据截至:2026年11月20日');
    expect(rows[1]?.[0]).toContain(`编号:${number}`);
    const text = rows.flat().join('\n');
    expect(text).toContain('410599************');
    expect(text).not.toMatch(/410599\d/);
    expect(text).not.toMatch(/1999\d{7}/);
    const people = started.core.reader.sqlite
      .prepare<string[], { readonly name: string }>('SELECT name FROM persons WHERE community_id = ?')
      .all(communityId);
    expect(people.filter(({ name }) => text.includes(name))).toEqual([]);
    const audit = JSON.parse(await (await admin.request('GET', '/audit')).text());
    expect(audit.entries[0]).toMatchObject({
      action: 'ledger.exported',
      actorName: '周敏',
      communityId,
      facts: { ledger: 'residents', number, isMasked: true, isComplete: true },
    });
    expect(audit.entries[0].facts.rows).toBeGreaterThan(100);
    expect(audit.entries[0].facts.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(
      started.core.writer.sqlite.prepare("SELECT facts FROM audit WHERE action = 'ledger.exported'").pluck().get(),
    ).not.toMatch(/1999\d{7}/);
  });

  it('shows every value only to the permitted role with a reason', async () => {
    const { started, admin, communityId } = await setUp();
    const path = `/ledgers/residents.xlsx?community=${communityId}`;
    expect(await (await admin.request('POST', path, { unmasked: true })).json()).toMatchObject({
      code: 'reasonMissing',
    });
    const rows = await textsOf(await admin.request('POST', path, { unmasked: true, reason: '街道核对户籍' }));
    expect(rows.flat().join('\n')).toMatch(/410599\d{11}[\dX]/);
    expect(JSON.parse(await (await admin.request('GET', '/audit')).text()).entries[0].facts).toMatchObject({
      isMasked: false,
      reason: '街道核对户籍',
    });
    const { invitation } = await invite(admin, '吴娜', [{ unitId: communityId, role: 'communityAdmin' }]);
    const other = await acceptInvitation(started, { code: invitation.code, loginName: '吴娜' });
    expect((await other.client.request('POST', path, { unmasked: true, reason: '想看' })).status).toBe(403);
    expect((await other.client.request('GET', path)).status).toBe(200);
  });

  it('exports visits by grid and period, without voided ones', async () => {
    const { admin, communityId, gridId } = await setUp();
    const all = await textsOf(await admin.request('GET', `/ledgers/visits.xlsx?community=${communityId}`));
    const some = await textsOf(
      await admin.request(
        'GET',
        `/ledgers/visits.xlsx?community=${communityId}&grid=${gridId}&from=2026-11-01&to=2026-11-30`,
      ),
    );
    expect(some.length).toBeGreaterThan(5);
    expect(some.length).toBeLessThan(all.length);
    expect(some.flat().join('\n')).toContain('第一网格');
    expect(some.flat().join('\n')).not.toContain('第二网格 ');
  });

  it('exports help with goods and hours', async () => {
    const { admin, communityId } = await setUp();
    const text = (await textsOf(await admin.request('GET', `/ledgers/help.xlsx?community=${communityId}`)))
      .flat()
      .join('\n');
    expect(text).toContain('大米3袋、食用油3桶');
    expect(text).toContain('陈*');
  });

  it('shows the beginning of each ledger masked, without a number and without a line in the audit', async () => {
    const { started, admin, communityId, gridId } = await setUp();
    const count = (sql: string): unknown => started.core.reader.sqlite.prepare(sql).pluck().get();
    const audits = count('SELECT count(*) FROM audit');
    const look = async (path: string): Promise<LedgerPreview> => {
      const answer = await admin.request('GET', `/ledgers/${path}community=${communityId}`);
      return ledgerPreviewSchema.parse(await answer.json());
    };
    const residents = await look('residents/preview?');
    expect(residents.columns.map(({ label }) => label).slice(0, 6)).toEqual([
      '序号',
      '楼栋',
      '单元',
      '房号',
      '户主',
      '姓名',
    ]);
    expect(residents.rows.length).toBe(Math.min(200, residents.total));
    const { households = 0, doors = 0, vacant = 0, unknownDoors = 0, people = 0 } = residents.figures;
    expect(people).toBeGreaterThan(100);
    expect(doors).toBe(households + vacant + unknownDoors);
    expect(residents.rows.filter((cells) => cells.includes('—')).length).toBeLessThanOrEqual(vacant);
    expect(vacant).toBeGreaterThan(0);
    expect(residents.rows.find((cells) => cells.includes('—'))).toContain('空置');
    const text = residents.rows.flat().join('\n');
    expect(text).not.toMatch(/410599\d|1999\d{7}/);
    const names = started.core.reader.sqlite.prepare<[], { readonly name: string }>('SELECT name FROM persons').all();
    expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
    const inGrid = await look(`residents/preview?grid=${gridId}&`);
    expect(inGrid.total).toBeLessThan(residents.total);
    const visits = await look('visits/preview?');
    expect(visits.figures['visits']).toBe(visits.total);
    expect((await look('help/preview?')).figures).toMatchObject({
      helps: expect.any(Number),
      minutes: expect.any(Number),
    });
    expect([count('SELECT count(*) FROM audit'), count('SELECT count(*) FROM export_numbers')]).toEqual([audits, 0]);
    const exported = await admin.request('GET', `/ledgers/residents.xlsx?community=${communityId}`);
    await exported.arrayBuffer();
    const [last] = (await look('residents/preview?')).exports;
    expect(last).toMatchObject({ number: exported.headers.get('x-ledger-number'), byName: '周敏', isUnmasked: false });
    expect(last?.rows).toBe(residents.total);
  });

  it('has nothing to show in the imported shape before anything was imported', async () => {
    const { admin, communityId } = await setUp();
    expect(
      await (await admin.request('GET', `/ledgers/as-imported.xlsx?community=${communityId}`)).json(),
    ).toMatchObject({ code: 'nothingImported' });
  });

  it('answers a grid of another community like one that does not exist', async () => {
    const { started, admin, communityId } = await setUp();
    const village = started.core.reader.tree.communities().find((community) => community.kind === 'village');
    const foreign = started.core.reader.tree.gridsOf(village?.id ?? '')[0]?.id ?? '';
    const bodies = await Promise.all(
      [foreign, 'nosuchgrid000000000'].map(async (grid) =>
        (await admin.request('GET', `/ledgers/visits.xlsx?community=${communityId}&grid=${grid}`)).text(),
      ),
    );
    expect(bodies[0]).toBe(bodies[1]);
  });
});
