import { unitAnswerSchema } from '@lianxin/protocol';
import type { TestClient } from './test-app.ts';

/** Is a small town community: two grids, one building in each. */
export interface TestPlace {
  readonly streetId: string;
  readonly communityId: string;
  readonly gridIds: readonly [string, string];
  readonly buildingIds: readonly [string, string];
}

/** Builds a street with one community through the desk. */
export const buildPlace = async (admin: TestClient, name = '青禾路社区'): Promise<TestPlace> => {
  const create = async (kind: string, parentId: string | null, label: string): Promise<string> => {
    const answer = await admin.request('POST', '/units', { kind, parentId, name: label });
    if (answer.status !== 201) throw new Error(`no ${kind} was created: ${await answer.text()}`);
    return unitAnswerSchema.parse(await answer.json()).unit.id;
  };
  const streetId = await create('street', null, '青禾街道');
  const communityId = await create('community', streetId, name);
  const gridIds = [
    await create('grid', communityId, '第一网格'),
    await create('grid', communityId, '第二网格'),
  ] as const;
  const buildingIds = [
    await create('building', gridIds[0], '1号楼'),
    await create('building', gridIds[1], '2号楼'),
  ] as const;
  return { streetId, communityId, gridIds, buildingIds };
};
