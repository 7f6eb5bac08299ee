import { randomUUID } from 'node:crypto';
import { pushAnswerSchema, unitAnswerSchema } from '@lianxin/protocol';
import { type ApiClient, acceptByApi } from '../../e2e/harness/api-client.ts';
import { unitIdOf } from '../../e2e/harness/invite.ts';
import type { RunningServer } from '../../e2e/harness/running-server.ts';

/** How high and wide the building is. */
export const shape = { floors: 30, doorsPerFloor: 6 } as const;
const mutationsPerPush = 200;

/** Is a building with one entrance on a running server, in the grid of a worker who can sign in. */
export interface HighRise {
  readonly buildingId: string;
  readonly doors: number;
  readonly loginName: string;
}

type Made = readonly [name: string, args: unknown];

/** Builds a high-rise: behind every door a household of two, every third of them with a mark, most of them visited some time this year. */
export const buildHighRise = async (server: RunningServer): Promise<HighRise> => {
  const loginName = 'wangfang';
  const admin = await acceptByApi(server, server.invitation('管理员'), 'zhoumin');
  const worker = await acceptByApi(server, server.invitation('网格员', '王芳'), loginName);
  const gridId = unitIdOf(server, '第一网格');
  const building = { kind: 'building', parentId: gridId, name: '30层楼', layout: 'matrix', floors: shape.floors };
  const buildingId = await createUnit(admin, building);
  const entranceId = await createUnit(admin, { kind: 'entrance', parentId: buildingId, name: '1单元' });
  const doors = Array.from({ length: shape.floors * shape.doorsPerFloor }, (_, at) => at);
  await push(worker, {
    communityId: unitIdOf(server, '青禾路社区'),
    made: doors.flatMap((at) => doorAt(entranceId, at)),
  });
  return { buildingId, doors: doors.length, loginName };
};

const createUnit = async (admin: ApiClient, unit: object): Promise<string> =>
  unitAnswerSchema.parse(await (await admin.call('POST', '/units', unit)).json()).unit.id;

const dayMs = 86_400_000;
const outcomes = ['met', 'met', 'met', 'noAnswer', 'refused'];

const doorAt = (unitId: string, at: number): readonly Made[] => {
  const floor = Math.floor(at / shape.doorsPerFloor) + 1;
  const [dwellingId, householdId] = [randomUUID(), randomUUID()];
  const doorLabel = `${floor}0${(at % shape.doorsPerFloor) + 1}`;
  const verification = 'checked';
  const visitedAt = Date.now() - ((at * 7) % 130) * dayMs;
  const outcome = outcomes[at % outcomes.length] ?? 'met';
  const visit = { dwellingId, householdId, outcome, way: 'door', visitedAt, isLateEntry: true };
  return [
    ['dwelling.add', { dwelling: { id: dwellingId, fields: { unitId, doorLabel, floor, verification } } }],
    ['household.add', { household: { id: householdId, fields: { dwellingId, verification } } }],
    ...memberAt(householdId, at, 1940),
    ...memberAt(householdId, at, 1968),
    ...(at % 9 === 0 ? [] : [['visit.log', { visit: { id: randomUUID(), fields: visit }, needs: [] }] as const]),
  ];
};

const memberAt = (householdId: string, at: number, born: number): readonly Made[] => {
  const personId = randomUUID();
  const person = { name: `住户${at}`, birthOn: `${born + (at % 20)}-03-05`, verification: 'checked' };
  const membership = { personId, householdId, kind: 'resident' };
  const tag = { id: randomUUID(), fields: { personId, kind: 'livesAlone', fromOn: '2024-01-01' } };
  return [
    ['member.add', { person: { id: personId, fields: person }, membership: { id: randomUUID(), fields: membership } }],
    ...(at % 3 === 0 && born < 1950 ? [['tag.add', { tag }] as const] : []),
  ];
};

const push = async (
  worker: ApiClient,
  { communityId, made }: { readonly communityId: string; readonly made: readonly Made[] },
): Promise<void> => {
  const replicaId = randomUUID();
  for (let from = 0; from < made.length; from += mutationsPerPush) {
    const mutations = made.slice(from, from + mutationsPerPush).map(([name, args], index) => ({
      ...{ id: randomUUID(), n: from + index + 1, name, version: 1, at: Date.now(), offsetMs: 0, args },
    }));
    const request = { version: 1, schema: 1, communityId, epoch: null, replicaId, mutations, left: 0 };
    const answer = pushAnswerSchema.parse(await (await worker.call('POST', '/sync/push', request)).json());
    const other = answer.outcomes.find(({ outcome }) => outcome !== 'applied');
    if (other !== undefined) throw new Error(`${other.outcome}: ${other.reason} ${other.field}`);
  }
};
