import { createTown, storedRow } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { bucketsOfPerson, bucketsOfUnit, communityBucket, gridBucket, uniteBuckets, userBucket } from './buckets.ts';
import { type RowQuery, runReading, type StoredRow } from './row.ts';

const answerFrom =
  (rows: readonly StoredRow[]) =>
  (query: RowQuery): readonly StoredRow[] =>
    rows.filter(
      (row) =>
        row.table === query.table &&
        (query.type === 'row' ? row.id === query.id : row.fields[query.field] === query.value),
    );

const place = createTown();
const [grid] = place.grids;
const ofUnit = (id: string, rows: readonly StoredRow[] = place.rows) => runReading(bucketsOfUnit(id), answerFrom(rows));
const unit = (id: string, parentId: string | null, kind = 'building'): StoredRow =>
  storedRow({ table: 'unit', id, buckets: [], fields: { kind, parentId, name: id } });

describe('bucket names', () => {
  it('tell the kind and whose it is', () => {
    expect([gridBucket('g'), communityBucket('c'), userBucket('u')]).toEqual(['grid:g', 'community:c', 'user:u']);
  });

  it('are united without repeats and in one order', () => {
    expect(uniteBuckets(['b', 'a'], [], ['a', 'c'])).toEqual(['a', 'b', 'c']);
  });
});

describe('the bucket of a place', () => {
  it('is that of the grid above an entrance, above a building, and of the grid itself', () => {
    for (const id of [grid.doorsUnitId, grid.gridId]) expect(ofUnit(id)).toEqual([gridBucket(grid.gridId)]);
  });

  it('is none above the grids, where the chain is broken, and where it bites its tail', () => {
    expect(ofUnit(place.communityId)).toEqual([]);
    expect(ofUnit('unit_nowhere_00001')).toEqual([]);
    expect(ofUnit('entrance_orphan_01', [unit('entrance_orphan_01', 'building_gone_0001', 'entrance')])).toEqual([]);
    const ring = [unit('building_ring_0001', 'building_ring_0002'), unit('building_ring_0002', 'building_ring_0001')];
    expect(ofUnit('building_ring_0001', ring)).toEqual([]);
  });
});

describe('the buckets of a person', () => {
  const membership = (id: string, householdId: string, buckets: readonly string[]): StoredRow =>
    storedRow({
      table: 'membership',
      id,
      buckets,
      fields: { personId: 'person_0000000001', householdId, kind: 'resident' },
    });
  const rows = [
    membership('membership_0000001', 'household_000001aa', ['grid:a']),
    membership('membership_0000002', 'household_000002bb', ['grid:b']),
  ];
  const merged = (undoneAt: number | null): StoredRow =>
    storedRow({
      table: 'regrouping',
      id: 'regrouping_0000001',
      buckets: [],
      fields: { kind: 'mergePersons', fromId: 'person_0000000002', intoId: 'person_0000000001', moves: [], undoneAt },
    });
  const bucketsOf = (id: string, all: readonly StoredRow[], placed = (row: StoredRow) => row.buckets) =>
    runReading(bucketsOfPerson(id, placed), answerFrom(all));

  it('are those of every household they belong or belonged to, as they will be', () => {
    expect(bucketsOf('person_0000000001', rows)).toEqual(['grid:a', 'grid:b']);
    const moving = (row: StoredRow) => (row.fields.householdId === 'household_000001aa' ? ['grid:c'] : row.buckets);
    expect(bucketsOf('person_0000000001', rows, moving)).toEqual(['grid:b', 'grid:c']);
  });

  it('are those of whoever they were merged with too, until that is taken back', () => {
    expect(bucketsOf('person_0000000002', [...rows, merged(null)])).toEqual(['grid:a', 'grid:b']);
    expect(bucketsOf('person_0000000002', [...rows, merged(5)])).toEqual([]);
  });
});
