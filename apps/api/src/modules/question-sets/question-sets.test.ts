import { type QuestionSetDraft, type QuestionSetVersion, questionSetsAnswerSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { acceptInvitation, invite, type TestClient } from '../../testing/test-app.ts';
import { signInStarter, startDemoApp } from '../../testing/test-demo.ts';
import { createTestPhone, type TestPhone } from '../../testing/test-phone.ts';

const setUp = async () => {
  const { started, admin, townId, villageId } = await startDemoApp();
  const list = async (client: TestClient = admin): Promise<readonly QuestionSetVersion[]> => {
    const answer = await client.request('GET', `/question-sets?community=${townId}`);
    expect(answer.status).toBe(200);
    return questionSetsAnswerSchema.parse(await answer.json()).sets;
  };
  const save = (set: Partial<QuestionSetDraft>, client: TestClient = admin): Promise<Response> =>
    client.request('POST', '/question-sets', { community: townId, set: { ...newSet, ...set } });
  const end = (setKey: string, isActive = false): Promise<Response> =>
    admin.request('POST', '/question-sets/end', { community: townId, setKey, isActive });
  return { started, admin, townId, villageId, list, save, end };
};

const label = (zh: string) => ({ zh, en: '' });

const newSet: QuestionSetDraft = {
  setKey: null,
  baseVersion: null,
  kind: 'campaign',
  name: '冬季用气安全',
  nameEn: 'Gas safety in winter',
  questions: [
    { key: 'alarm', type: 'yesNo', label: label('装了报警器') },
    { key: 'why', type: 'text', label: label('为什么没装'), when: { key: 'alarm', isOneOf: [false] } },
    { key: 'leaflets', type: 'tally', label: label('宣传页'), unit: { zh: '份', en: '' } },
  ],
  audience: { tagKinds: [], minAge: null },
  fromOn: '2026-11-01',
  toOn: '2026-12-31',
};

const questionSetsIn = (pages: Awaited<ReturnType<TestPhone['pullAll']>>): readonly string[] =>
  pages.flatMap(({ buckets }) => JSON.stringify(buckets).match(/"questionSet"/g) ?? []);

describe('the question sets of a community', () => {
  it('are at first the ones that ship', async () => {
    const { list } = await setUp();
    expect(await list()).toMatchObject([
      { id: null, setKey: 'fiveItems', setVersion: 1, isPreset: true, isActive: true, sheets: 0, totals: {} },
      { id: null, setKey: 'antiFraud', kind: 'campaign', totals: {} },
    ]);
  });

  it('get a new version by every save, which the phones pull', async () => {
    const { started, townId, list, save } = await setUp();
    const worker = createTestPhone(await signInStarter(started, '王芳'), townId, () => started.clock.now);
    expect(questionSetsIn(await worker.pullAll())).toHaveLength(0);
    expect((await save({})).status).toBe(200);
    const [made] = (await list()).filter(({ isPreset }) => !isPreset);
    expect(made).toMatchObject({ setVersion: 1, name: '冬季用气安全', isActive: true, fromOn: '2026-11-01' });
    const again = await save({ setKey: made?.setKey ?? '', baseVersion: 1, name: '冬季用气' });
    expect(again.status).toBe(200);
    expect((await list()).filter(({ setKey }) => setKey === made?.setKey).map(({ setVersion }) => setVersion)).toEqual([
      2, 1,
    ]);
    expect(questionSetsIn(await worker.pullAll())).toHaveLength(2);
  });

  it('take a version of a shipped set in its place, and keep what ships readable', async () => {
    const { list, save } = await setUp();
    await save({ setKey: 'antiFraud', baseVersion: null });
    const versions = (await list()).filter(({ setKey }) => setKey === 'antiFraud');
    expect(versions.map(({ setVersion, isPreset, id }) => [setVersion, isPreset, id === null])).toEqual([
      [2, true, false],
      [1, true, true],
    ]);
  });

  it('are not overwritten by somebody who saw an older version', async () => {
    const { started, admin, townId, list, save } = await setUp();
    const { invitation } = await invite(admin, '吴娜', [{ unitId: townId, role: 'communityAdmin' }]);
    const other = (await acceptInvitation(started, { code: invitation.code, loginName: '吴娜' })).client;
    expect((await save({ setKey: 'antiFraud', name: '先改的' })).status).toBe(200);
    const late = await save({ setKey: 'antiFraud', name: '后改的' }, other);
    expect([late.status, await late.json()]).toMatchObject([409, { code: 'versionChanged' }]);
    expect((await list()).map(({ name }) => name)).not.toContain('后改的');
    expect((await save({ setKey: 'antiFraud', name: '后改的', baseVersion: 2 }, other)).status).toBe(200);
  });

  it('end and begin again, a shipped one too, and the audit tells who did it', async () => {
    const { admin, list, save, end } = await setUp();
    await save({});
    const own = (await list()).find(({ isPreset }) => !isPreset)?.setKey ?? '';
    const standing = async (): Promise<readonly boolean[]> => {
      const seen = new Set<string>();
      const newest = (await list()).filter(({ setKey }) => !seen.has(setKey) && seen.add(setKey));
      return newest.map(({ isActive }) => isActive);
    };
    expect((await end(own)).status).toBe(200);
    expect((await end('fiveItems')).status).toBe(200);
    expect(await standing()).toEqual([false, true, false]);
    expect((await end('fiveItems', true)).status).toBe(200);
    expect(await standing()).toEqual([true, true, false]);
    expect((await end('horoscope')).status).toBe(404);
    const audit = JSON.parse(await (await admin.request('GET', '/audit')).text());
    const told = audit.entries.slice(0, 4);
    expect(told.map(({ action }: { readonly action: string }) => action)).toEqual([
      'questionSet.begun',
      'questionSet.ended',
      'questionSet.ended',
      'questionSet.saved',
    ]);
    expect(told[3]).toMatchObject({ actorName: '周敏', facts: { name: '冬季用气安全', version: 1 } });
  });

  it.each([
    ['no question', { questions: [] }],
    ['an unknown type', { questions: [{ key: 'a', type: 'drawing', label: label('画') }] }],
    ['a condition on a later question', { questions: [...newSet.questions].reverse() }],
    ['a choice without options', { questions: [{ key: 'a', type: 'choice', label: label('选') }] }],
    ['a group that is none', { audience: { tagKinds: ['rich'], minAge: null } }],
    ['an end before its beginning', { fromOn: '2026-12-01', toOn: '2026-11-01' }],
    ['a field that no set has', { isActive: true }],
    ['a preset whose tally became a text', { setKey: 'antiFraud', questions: [asText('posters')] }],
  ])('are not saved with %s', async (_, wrong) => {
    const { list, save } = await setUp();
    const answer = await save(wrong as Partial<QuestionSetDraft>);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'malformed' }]);
    expect(await list()).toHaveLength(2);
  });

  it('are an administrator’s, and another community’s are told like ones that do not exist', async () => {
    const { started, admin, townId, villageId, save, list } = await setUp();
    expect((await save({}, await signInStarter(started, '王芳'))).status).toBe(403);
    const { invitation } = await invite(admin, '吴娜', [{ unitId: villageId, role: 'communityAdmin' }]);
    const other = (await acceptInvitation(started, { code: invitation.code, loginName: '吴娜' })).client;
    const asked = (community: string) => other.request('GET', `/question-sets?community=${community}`);
    expect((await asked(villageId)).status).toBe(200);
    const [foreign, unknown] = [await asked(townId), await asked('nosuchcommunity0000')];
    expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()]);
    expect((await save({}, other)).status).toBe(404);
    expect(await list()).toHaveLength(2);
  });
});

function asText(key: string) {
  return { key, type: 'text' as const, label: label('海报') };
}

describe('what was counted', () => {
  it('adds up over phones, once for a push that is sent again, without voided visits', async () => {
    const { started, townId, list } = await setUp();
    const now = () => started.clock.now;
    const worker = await signInStarter(started, '王芳');
    const [first, second] = [createTestPhone(worker, townId, now), createTestPhone(worker, townId, now)];
    const door = started.core.reader.sqlite
      .prepare<[string], { readonly id: string }>(
        'SELECT v.dwelling_id AS id FROM visits v WHERE v.buckets = ? LIMIT 1',
      )
      .get(`grid:${started.core.reader.tree.gridsOf(townId)[0]?.id}`);
    const work = (phone: TestPhone, id: string, posters: number) => [
      phone.mutation('visit.log', {
        visit: { id, fields: { dwellingId: door?.id ?? '', outcome: 'met', way: 'door' } },
        needs: [],
      }),
      phone.mutation('answers.give', {
        sheet: {
          id: `sheet_of_${id}`,
          fields: {
            visitId: id,
            dwellingId: door?.id ?? '',
            setKey: 'antiFraud',
            answers: { explained: 'yes', posters },
          },
        },
      }),
    ];
    const totals = async () => {
      const found = (await list()).find(({ setKey }) => setKey === 'antiFraud');
      return [found?.sheets, found?.totals];
    };
    const ours = work(first, 'visit_first_00000001', 12);
    const theirs = work(second, 'visit_second_0000001', 8);
    for (const push of [first.push(ours), second.push(theirs), first.push(ours)])
      expect((await push).outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(await totals()).toEqual([2, { posters: 20, leaflets: 0 }]);

    const slip = { dwellingId: door?.id ?? '', outcome: 'met', way: 'door', voidOf: 'visit_second_0000001' };
    const visit = { id: 'visit_void_00000001', fields: slip };
    await second.push([second.mutation('visit.log', { visit, needs: [] })]);
    expect(await totals()).toEqual([1, { posters: 12, leaflets: 0 }]);
  });
});
