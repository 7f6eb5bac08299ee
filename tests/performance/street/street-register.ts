import { communityBucket, gridBucket } from '@lianxin/sync/merge';
import { communityShape, idAt, type RegisterShape, type StreetDoor, type StreetGrid } from './street.ts';
import type { InventedRecord } from './street-rows.ts';

const doorsPerEntrance = 24;
const entrancesPerBuilding = 2;
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const givenNames = ['秀英', '建国', '小明', '芳', '桂兰', '伟', '静怡', '子涵', '志强', '玉梅'];

const pick = (choices: readonly string[], at: number): string => choices[at % choices.length] ?? '';

/** Is a register as rows in the order in which an import writes them. */
export interface InventedRegister {
  readonly records: readonly InventedRecord[];
  readonly grids: readonly StreetGrid[];
}

/** Invents the places and people of one community. */
export const inventRegister = (
  communityId: string,
  { streetId, name, at }: { readonly streetId: string; readonly name: string; readonly at: number },
  shape: RegisterShape = communityShape,
): InventedRegister => {
  const records: InventedRecord[] = [];
  const buckets = [communityBucket(communityId)];
  records.push({
    table: 'unit',
    id: communityId,
    buckets,
    fields: { kind: 'community', name },
    server: { parentId: streetId },
  });
  const grids = Array.from({ length: shape.grids }, (_, number): StreetGrid => {
    const id = idAt(at);
    const fields = { kind: 'grid', name: `第${number + 1}网格`, sortOrder: number + 1 };
    records.push({ table: 'unit', id, buckets, fields, server: { parentId: communityId } });
    return { id, doors: inventDoors(records, { gridId: id, number, at, shape }) };
  });
  return { records, grids };
};

interface Place {
  readonly gridId: string;
  readonly number: number;
  readonly at: number;
  readonly shape: RegisterShape;
}

const inventDoors = (records: InventedRecord[], place: Place): readonly StreetDoor[] => {
  const buckets = [gridBucket(place.gridId)];
  const unit = (kind: string, parentId: string, number: number): string => {
    const id = idAt(place.at);
    const name = kind === 'building' ? `${place.number * 10 + number}号楼` : `${number}单元`;
    const layout = kind === 'building' ? { layout: 'matrix', floors: 6, estate: '石榴园小区' } : {};
    records.push({
      table: 'unit',
      id,
      buckets,
      fields: { kind, name, sortOrder: number, ...layout },
      server: { parentId },
    });
    return id;
  };
  let buildingId = '';
  let entranceId = '';
  return Array.from({ length: place.shape.householdsPerGrid }, (_, door) => {
    const entrance = Math.floor(door / doorsPerEntrance);
    if (door % (doorsPerEntrance * entrancesPerBuilding) === 0)
      buildingId = unit('building', place.gridId, Math.floor(entrance / entrancesPerBuilding) + 1);
    if (door % doorsPerEntrance === 0) entranceId = unit('entrance', buildingId, (entrance % entrancesPerBuilding) + 1);
    return inventHome(records, {
      ...place,
      unitId: entranceId,
      door,
      number: place.number * place.shape.householdsPerGrid + door,
    });
  });
};

const inventHome = (records: InventedRecord[], home: Place & { readonly unitId: string; readonly door: number }) => {
  const buckets = [gridBucket(home.gridId)];
  const [dwellingId, householdId] = [idAt(home.at), idAt(home.at)];
  const onFloor = home.door % doorsPerEntrance;
  const floor = Math.floor(onFloor / 4) + 1;
  const phone = `1999${String(home.number).padStart(7, '0')}`;
  const fields = { unitId: home.unitId, doorLabel: `${floor}0${(onFloor % 4) + 1}`, floor, use: 'ownerOccupied' };
  records.push({ table: 'dwelling', id: dwellingId, buckets, fields: { ...fields, verification: 'checked' } });
  const household = { phone, fromOn: '2019-05-01', verification: 'checked' };
  records.push({ table: 'household', id: householdId, buckets, fields: household, server: { dwellingId } });
  const personIds = Array.from({ length: sizeOf(home.number, home.shape) }, (_, member) => {
    const id = idAt(home.at);
    const person = inventPerson(home.number * 3 + member, phone);
    const server = { identityNumberState: 'none' };
    records.push({ table: 'person', id, buckets, fields: person, server });
    const relationToHead = ['02', '10', '20'][member] ?? '97';
    const membership = { personId: id, householdId, kind: 'resident', relationToHead, fromOn: '2019-05-01' };
    records.push({ table: 'membership', id: idAt(home.at), buckets, fields: membership });
    return id;
  });
  return { dwellingId, householdId, personIds };
};

/** How many people live behind a door, so that all doors together hold the residents of a community. */
const sizeOf = (number: number, { grids, householdsPerGrid, residents }: RegisterShape): number => {
  const households = grids * householdsPerGrid;
  const before = (count: number): number => Math.floor((count * residents) / households);
  return before(number + 1) - before(number);
};

const inventPerson = (number: number, phone: string) => ({
  name: pick(surnames, number) + pick(givenNames, number * 7),
  sex: number % 2 === 0 ? '1' : '2',
  birthOn: `${1935 + (number % 85)}-03-${String((number % 28) + 1).padStart(2, '0')}`,
  phone: number % 3 === 2 ? null : phone,
  populationKind: 'registered',
  verification: 'checked',
});
