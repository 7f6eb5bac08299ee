import { type FieldMap, type RecordName, specOf } from '@lianxin/domain';
import { createRowIndex, type RowIndex } from '@lianxin/sync/client';

/** Fills a register in memory for tests: every field that is not given is empty, as the server would send it. */
export interface Sample {
  readonly view: RowIndex;
  /** Puts a record and returns its id. */
  readonly put: (table: RecordName, id: string, fields: FieldMap) => string;
}

const emptyFields = (table: RecordName): FieldMap =>
  Object.fromEntries(Object.keys(specOf(table).fields).map((name) => [name, null]));

/** Starts an empty register. */
export const createSample = (): Sample => {
  const view = createRowIndex();
  let rev = 0;
  return {
    view,
    put: (table, id, fields) => {
      rev += 1;
      const row = { table, id, rev, buckets: ['grid:g1'], deleted: false, marks: {} };
      view.put({ ...row, fields: { ...emptyFields(table), ...fields } });
      return id;
    },
  };
};

/** Adds a household with one member called `name` behind a door; returns nothing that its ids do not tell. */
export const putFamily = (
  { put }: Sample,
  dwellingId: string,
  family: { readonly name: string; readonly phone?: string; readonly roomLabel?: string },
): void => {
  const key = `${dwellingId}-${family.roomLabel ?? ''}${family.name}`;
  put('household', `h-${key}`, { dwellingId, roomLabel: family.roomLabel ?? null, verification: 'checked' });
  put('person', `p-${key}`, {
    name: family.name,
    phone: family.phone ?? null,
    identityNumberState: 'none',
    verification: 'checked',
  });
  put('membership', `m-${key}`, {
    personId: `p-${key}`,
    householdId: `h-${key}`,
    kind: 'resident',
    relationToHead: '02',
  });
};

/** A town community with one grid, 3号楼 of two entrances with floors, and a village grid with two groups walked as lists. */
export const createSampleTown = (): Sample => {
  const sample = createSample();
  const { put } = sample;
  put('unit', 'c1', { kind: 'community', name: '石油路社区' });
  put('unit', 'g1', { kind: 'grid', parentId: 'c1', name: '第三网格' });
  put('unit', 'b3', { kind: 'building', parentId: 'g1', name: '3号楼', layout: 'matrix', floors: 6, sortOrder: 3 });
  put('unit', 'b10', { kind: 'building', parentId: 'g1', name: '10号楼', layout: 'matrix', floors: 6, sortOrder: 10 });
  put('unit', 'e1', { kind: 'entrance', parentId: 'b3', name: '1单元', sortOrder: 1 });
  put('unit', 'e2', { kind: 'entrance', parentId: 'b3', name: '2单元', sortOrder: 2 });
  put('unit', 'g2', { kind: 'grid', parentId: 'c1', name: '村西网格' });
  put('unit', 'v1', { kind: 'building', parentId: 'g2', name: '一组', estate: '一组', layout: 'list' });
  put('unit', 'v2', { kind: 'building', parentId: 'g2', name: '二组', estate: '二组', layout: 'list' });
  const door = (id: string, unitId: string, doorLabel: string, fields: FieldMap = {}) =>
    put('dwelling', id, { unitId, doorLabel, verification: 'checked', ...fields });
  door('d602', 'e1', '602', { floor: 6 });
  door('d601', 'e1', '601', { floor: 6 });
  door('d501', 'e2', '501', { floor: 5 });
  door('d101', 'e1', '101', { floor: 1, use: 'vacant' });
  door('y1', 'v2', '1院', { walkOrder: 20 });
  door('y2', 'v2', '水塔南', { walkOrder: 10 });
  door('y3', 'v2', '10院');
  door('y4', 'v2', '9院');
  return sample;
};
