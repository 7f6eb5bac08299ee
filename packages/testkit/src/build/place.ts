import type { FieldMap, RecordName } from '@lianxin/domain';
import type { Bucket } from '@lianxin/protocol';
import { communityBucket, gridBucket, type StoredRow } from '@lianxin/sync/merge';
import { storedRow } from './stored-row.ts';

/** Names what lies in one grid, door by door: the household, head and membership at the same index belong together. */
export interface GridIds {
  readonly gridId: string;
  /** The unit that the doors hang on: an entrance in a town, a building in a village. */
  readonly doorsUnitId: string;
  readonly dwellingIds: readonly string[];
  readonly householdIds: readonly string[];
  readonly personIds: readonly string[];
  readonly membershipIds: readonly string[];
}

/** Is a community with two grids and all the rows an import would have written. */
export interface Place {
  readonly communityId: string;
  readonly grids: readonly [GridIds, GridIds];
  readonly rows: readonly StoredRow[];
}

const names = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨柳青', '赵𠮷', '黄䶮', '周小川', '吴桂兰'];

interface Plan {
  readonly communityId: string;
  readonly kind: 'community' | 'village';
  readonly name: string;
  readonly gridNames: readonly [string, string];
  readonly doors: number;
}

/** Builds a town community: two grids, each with a building, an entrance and doors on floors; every door has a household of one. */
export const createTown = (options: { readonly communityId?: string; readonly doors?: number } = {}): Place =>
  createPlace({
    communityId: options.communityId ?? 'town_000000000000001',
    kind: 'community',
    name: '幸福社区',
    gridNames: ['第一网格', '第二网格'],
    doors: options.doors ?? 3,
  });

/** Builds a village: two grids, each a list of yards without floors, found by a landmark. */
export const createVillage = (options: { readonly communityId?: string; readonly doors?: number } = {}): Place =>
  createPlace({
    communityId: options.communityId ?? 'village_000000000001',
    kind: 'village',
    name: '柳树湾村',
    gridNames: ['东头组', '西头组'],
    doors: options.doors ?? 3,
  });

const createPlace = (plan: Plan): Place => {
  const community = unitRow(plan.communityId, communityBucket(plan.communityId), {
    kind: plan.kind,
    parentId: null,
    name: plan.name,
  });
  const [first, second] = [createGrid(plan, 0), createGrid(plan, 1)];
  return {
    communityId: plan.communityId,
    grids: [first.ids, second.ids],
    rows: [community, ...first.rows, ...second.rows],
  };
};

const createGrid = (plan: Plan, index: 0 | 1): { readonly ids: GridIds; readonly rows: readonly StoredRow[] } => {
  const gridId = idOf(plan, `grid${index}`);
  const bucket = gridBucket(gridId);
  const isTown = plan.kind === 'community';
  const buildingId = idOf(plan, `grid${index}_building`);
  const doorsUnitId = isTown ? idOf(plan, `grid${index}_entrance`) : buildingId;
  const units = [
    unitRow(gridId, communityBucket(plan.communityId), {
      kind: 'grid',
      parentId: plan.communityId,
      name: plan.gridNames[index],
    }),
    unitRow(buildingId, bucket, {
      kind: 'building',
      parentId: gridId,
      name: isTown ? `${index + 3}号楼` : plan.gridNames[index],
      layout: isTown ? 'matrix' : 'list',
    }),
    ...(isTown ? [unitRow(doorsUnitId, bucket, { kind: 'entrance', parentId: buildingId, name: '1单元' })] : []),
  ];
  const doors = Array.from({ length: plan.doors }, (_, door) => createDoor({ plan, index, door, doorsUnitId, bucket }));
  const ids: GridIds = {
    gridId,
    doorsUnitId,
    dwellingIds: doors.map((rows) => rows.dwelling.id),
    householdIds: doors.map((rows) => rows.household.id),
    personIds: doors.map((rows) => rows.person.id),
    membershipIds: doors.map((rows) => rows.membership.id),
  };
  return { ids, rows: [...units, ...doors.flatMap((rows) => Object.values(rows))] };
};

interface DoorPlan {
  readonly plan: Plan;
  readonly index: 0 | 1;
  readonly door: number;
  readonly doorsUnitId: string;
  readonly bucket: Bucket;
}

const createDoor = ({ plan, index, door, doorsUnitId, bucket }: DoorPlan) => {
  const id = (what: string): string => idOf(plan, `grid${index}_${what}${door}`);
  const row = (table: RecordName, fields: FieldMap): StoredRow =>
    storedRow({ table, id: id(table), buckets: [bucket], fields });
  const place =
    plan.kind === 'community'
      ? { doorLabel: `${door + 1}01`, floor: door + 1 }
      : { doorLabel: `大槐树往北第${door + 1}家`, landmark: '大槐树', walkOrder: door };
  const phone = `1380000${index}${String(door).padStart(3, '0')}`;
  return {
    dwelling: row('dwelling', { unitId: doorsUnitId, verification: 'checked', ...place }),
    household: row('household', { dwellingId: id('dwelling'), verification: 'checked', phone }),
    person: row('person', {
      name: names[(index * plan.doors + door) % names.length] ?? '无名',
      phone,
      verification: 'checked',
    }),
    membership: row('membership', {
      personId: id('person'),
      householdId: id('household'),
      kind: 'resident',
      relationToHead: '02',
    }),
  };
};

const unitRow = (id: string, bucket: Bucket, fields: FieldMap): StoredRow =>
  storedRow({ table: 'unit', id, buckets: [bucket], fields });

const idOf = (plan: Plan, what: string): string => `${plan.kind}_${what}_00000000`;
