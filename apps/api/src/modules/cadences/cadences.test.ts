import { type CadenceDraft, cadencesAnswerSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { startDemoApp } from '../../testing/test-demo.ts';

const setUp = async () => {
  const { started, admin, townId, villageId } = await startDemoApp();
  const list = async (communityId = townId): Promise<readonly CadenceDraft[]> =>
    cadencesAnswerSchema.parse(await (await admin.request('GET', `/cadences?community=${communityId}`)).json())
      .cadences;
  const save = (cadence: unknown, community = townId): Promise<Response> =>
    admin.request('POST', '/cadences', { community, cadence });
  return { started, admin, townId, villageId, list, save };
};

const preset = (cadences: readonly CadenceDraft[], key: string): CadenceDraft => {
  const found = cadences.find(({ presetKey }) => presetKey === key);
  if (found === undefined) throw new Error(`there is no preset ${key}`);
  return found;
};

describe('the cadences of a community', () => {
  it('are the presets, with those that are switched off', async () => {
    const { list } = await setUp();
    const cadences = await list();
    expect(cadences.map(({ id }) => id)).toEqual(cadences.map(() => null));
    expect(preset(cadences, 'everybody').everyDays).toBe(90);
    expect(preset(cadences, 'everybodyHalfYearly').isActive).toBe(false);
  });

  it('keep a changed preset as one row that every phone of the community hears of', async () => {
    const { started, townId, villageId, list, save } = await setUp();
    const everybody = preset(await list(), 'everybody');
    expect((await save({ ...everybody, everyDays: 60 })).status).toBe(200);
    // A second administrator still has the preset on screen.
    expect((await save({ ...everybody, everyDays: 45 })).status).toBe(200);
    expect(preset(await list(), 'everybody').everyDays).toBe(45);
    expect(preset(await list(villageId), 'everybody').everyDays).toBe(90);
    const { sqlite } = started.core.reader;
    expect(sqlite.prepare('SELECT count(*) FROM cadences').pluck().get()).toBe(1);
    expect(sqlite.prepare(`SELECT bucket FROM feed WHERE "table" = 'cadence'`).pluck().all()).toEqual([
      `community:${townId}`,
    ]);
  });

  it('take one of their own, and write each change into the audit', async () => {
    const { admin, list, save } = await setUp();
    const own: CadenceDraft = {
      id: null,
      presetKey: null,
      name: '退役军人每半年',
      tagKinds: ['veteran'],
      alsoTagKinds: [],
      minAge: null,
      everyDays: 182,
      afterChangeDays: null,
      isActive: true,
      sortOrder: 60,
    };
    await save(own);
    const saved = (await list()).find(({ name }) => name === own.name);
    expect(saved).toMatchObject({ ...own, id: expect.any(String) });
    await save({ ...saved, isActive: false });
    const audit = JSON.parse(await (await admin.request('GET', '/audit')).text());
    expect(audit.entries.slice(0, 2)).toMatchObject([
      { action: 'cadence.saved', facts: { name: own.name, isActive: false } },
      { action: 'cadence.saved', facts: { name: own.name, isActive: true } },
    ]);
  });

  it('refuse what does not exist: rows of another community, presets and groups nobody knows, unknown keys', async () => {
    const { villageId, list, save, started } = await setUp();
    const everybody = preset(await list(), 'everybody');
    await save({ ...everybody, everyDays: 60 });
    const changed = preset(await list(), 'everybody');
    expect((await save(changed, villageId)).status).toBe(404);
    expect((await save({ ...changed, presetKey: 'aidGroups' })).status).toBe(404);
    expect((await save({ ...everybody, presetKey: 'nobodyKnows' })).status).toBe(404);
    expect((await save({ ...everybody, tagKinds: ['religion'] })).status).toBe(400);
    expect((await save({ ...everybody, everyDays: 0 })).status).toBe(400);
    expect((await save({ ...everybody, rank: 1 })).status).toBe(400);
    expect(started.core.reader.sqlite.prepare('SELECT count(*) FROM cadences').pluck().get()).toBe(1);
  });
});
