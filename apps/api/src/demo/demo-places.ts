import { communityBucket, gridBucket, type StoredRow } from '@lianxin/sync/merge';
import type { DemoAuthor, DemoWriter } from './demo-writer.ts';

const estate = '石榴园小区';
/** No number of a town begins with a zero. */
const supervisionPhone = '0379-0012345';
const floorsPerBuilding = 6;
const doorsPerFloor = 4;

/** Invents the community's own row and its grids. */
export const inventGrids = (
  writer: DemoWriter,
  about: {
    readonly kind: 'community' | 'village';
    readonly name: string;
    readonly streetId: string;
    readonly grids: readonly string[];
  },
  author: DemoAuthor,
): readonly StoredRow[] => {
  const buckets = [communityBucket(writer.communityId)];
  writer.add(
    'unit',
    {
      id: writer.communityId,
      buckets,
      fields: { kind: about.kind, name: about.name, supervisionPhone },
      server: { parentId: about.streetId },
    },
    author,
  );
  return about.grids.map((name, at) =>
    writer.add(
      'unit',
      { buckets, fields: { kind: 'grid', name, sortOrder: at + 1 }, server: { parentId: writer.communityId } },
      author,
    ),
  );
};

/** Invents a town building: six floors, four doors a floor at each of its entrances. */
export const inventTownBuilding = (
  writer: DemoWriter,
  grid: StoredRow,
  about: { readonly number: number; readonly entrances: number; readonly author: DemoAuthor },
): readonly StoredRow[] => {
  const buckets = [gridBucket(grid.id)];
  const { author } = about;
  const fields = {
    kind: 'building',
    name: `${about.number}号楼`,
    estate,
    layout: 'matrix',
    floors: floorsPerBuilding,
    sortOrder: about.number,
  };
  const building = writer.add('unit', { buckets, fields, server: { parentId: grid.id } }, author);
  const dwellings: StoredRow[] = [];
  for (let entrance = 1; entrance <= about.entrances; entrance += 1) {
    const named = { kind: 'entrance', name: `${entrance}单元`, sortOrder: entrance };
    const unit = writer.add('unit', { buckets, fields: named, server: { parentId: building.id } }, author);
    for (let floor = 1; floor <= floorsPerBuilding; floor += 1) {
      for (let door = 1; door <= doorsPerFloor; door += 1) {
        const doorLabel = `${floor}${String(door).padStart(2, '0')}`;
        dwellings.push(addDwelling(writer, { unitId: unit.id, buckets, fields: { doorLabel, floor } }, author));
      }
    }
  }
  return dwellings;
};

const landmarks = ['村口老槐树东', '井台西边', '小学后墙第二家', '供销社旁', '河堤下'] as const;

/** Invents a village group: a list of courtyards in walking order, a few known by a landmark only. */
export const inventVillageGroup = (
  writer: DemoWriter,
  grid: StoredRow,
  about: { readonly name: string; readonly doors: number; readonly author: DemoAuthor },
): readonly StoredRow[] => {
  const buckets = [gridBucket(grid.id)];
  const fields = { kind: 'building', name: about.name, estate: about.name, layout: 'list' };
  const group = writer.add('unit', { buckets, fields, server: { parentId: grid.id } }, about.author);
  return Array.from({ length: about.doors }, (_, at) => {
    const landmark = at % 9 === 4 ? (landmarks[(at + about.doors) % landmarks.length] ?? null) : null;
    const doorLabel = landmark ?? `${at + 1}号院`;
    return addDwelling(
      writer,
      { unitId: group.id, buckets, fields: { doorLabel, floor: null, landmark, walkOrder: (at + 1) * 10 } },
      about.author,
    );
  });
};

const addDwelling = (
  writer: DemoWriter,
  door: {
    readonly unitId: string;
    readonly buckets: readonly string[];
    readonly fields: Readonly<Record<string, string | number | null>>;
  },
  author: DemoAuthor,
): StoredRow => {
  const use = writer.random.isLucky(0.08) ? 'vacant' : writer.random.isLucky(0.15) ? 'rented' : 'ownerOccupied';
  return writer.add(
    'dwelling',
    { buckets: door.buckets, fields: { unitId: door.unitId, use, verification: 'checked', ...door.fields } },
    author,
  );
};
