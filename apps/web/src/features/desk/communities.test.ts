import { describe, expect, it } from 'vitest';
import { chooseCommunity, communitiesOf, gridsOf } from './communities.ts';
import { unitNode } from './units/unit-node.fixture.ts';

const oil = unitNode({ id: 'community-oil-road', kind: 'community', name: '石油路社区' });
const village = unitNode({ id: 'village-guo-jiazhuang', kind: 'village', name: '郭家庄村' });
const closed = unitNode({ id: 'community-closed-one', kind: 'community', name: '旧社区', toOn: '2026-01-31' });
const above = unitNode({ id: 'street-nanguan-road', kind: 'street', name: '南关街道', canManage: false });
const elsewhere = unitNode({ id: 'community-elsewhere', kind: 'community', name: '别处', canManage: false });
const units = [above, village, oil, closed, elsewhere];

describe('communities at the desk', () => {
  it('are those in use that the session looks after', () => {
    expect(communitiesOf(units, '2026-11-20').map((unit) => unit.name)).toEqual(['郭家庄村', '石油路社区']);
  });

  it('are chosen by the address before the one looked at last', () => {
    expect(chooseCommunity([oil, village], [village.id, oil.id])).toBe(village);
    expect(chooseCommunity([oil, village], ['nobody', oil.id])).toBe(oil);
    expect(chooseCommunity([oil, village], [null])).toBe(oil);
    expect(chooseCommunity([], [oil.id])).toBeNull();
  });

  it('list their grids in the order people count them', () => {
    const grids = ['第10网格', '第2网格'].map((name, at) =>
      unitNode({ id: `grid-number-${at}-of-oil`, kind: 'grid', name, communityId: oil.id }),
    );
    expect(gridsOf([...units, ...grids], oil.id, '2026-11-20').map((unit) => unit.name)).toEqual([
      '第2网格',
      '第10网格',
    ]);
    const spoken = ['第三网格', '第十一网格', '第二十网格', '第一网格', '第十网格'].map((name, at) =>
      unitNode({ id: `grid-spoken-${at}-of-oil`, kind: 'grid', name, communityId: oil.id }),
    );
    expect(gridsOf(spoken, oil.id, '2026-11-20').map((unit) => unit.name)).toEqual([
      '第一网格',
      '第三网格',
      '第十网格',
      '第十一网格',
      '第二十网格',
    ]);
    expect(gridsOf(grids, village.id, '2026-11-20')).toEqual([]);
  });
});
