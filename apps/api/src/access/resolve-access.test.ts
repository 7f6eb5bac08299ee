import { describe, expect, it } from 'vitest';
import { deploymentSpace, type PostingAtUnit, type TreeNode, type UnitTree } from './principal.ts';
import { resolveAccess } from './resolve-access.ts';

const nodes: readonly TreeNode[] = [
  { id: 'district', spaceId: deploymentSpace, kind: 'district', name: '区', parentId: null },
  { id: 'street-1', spaceId: deploymentSpace, kind: 'street', name: '一街道', parentId: 'district' },
  { id: 'street-2', spaceId: deploymentSpace, kind: 'street', name: '二街道', parentId: 'district' },
  { id: 'a', spaceId: 'a', kind: 'community', name: '甲社区', parentId: 'street-1' },
  { id: 'b', spaceId: 'b', kind: 'village', name: '乙村', parentId: 'street-2' },
  { id: 'a1', spaceId: 'a', kind: 'grid', name: '一网格', parentId: 'a' },
  { id: 'a2', spaceId: 'a', kind: 'grid', name: '二网格', parentId: 'a' },
  { id: 'b1', spaceId: 'b', kind: 'grid', name: '三网格', parentId: 'b' },
];

const tree: UnitTree = {
  node: (spaceId, id) => nodes.find((node) => node.spaceId === spaceId && node.id === id),
  communities: () => nodes.filter((node) => node.kind === 'community' || node.kind === 'village'),
  gridsOf: (communityId) => nodes.filter((node) => node.kind === 'grid' && node.spaceId === communityId),
};

const posting = (role: PostingAtUnit['role'], unitId: string, more: Partial<PostingAtUnit> = {}): PostingAtUnit => ({
  role,
  unitId,
  spaceId: nodes.find((node) => node.id === unitId)?.spaceId ?? deploymentSpace,
  isCurrent: true,
  endedAt: null,
  ...more,
});

describe('access from postings', () => {
  it('gives a grid worker their grids to read and write and nothing else of the community', () => {
    const access = resolveAccess([posting('gridWorker', 'a1')], tree).communities.get('a');
    expect([...(access?.ownGridIds ?? [])]).toEqual(['a1']);
    expect([...(access?.writableGridIds ?? [])]).toEqual(['a1']);
    expect(access).toMatchObject({ isAdmin: false, isVolunteer: false });
  });

  it('gives a volunteer no grid at all', () => {
    const access = resolveAccess([posting('volunteer', 'a')], tree).communities.get('a');
    expect(access).toMatchObject({ isVolunteer: true, isAdmin: false });
    expect(access?.ownGridIds.size).toBe(0);
    expect(access?.writableGridIds.size).toBe(0);
  });

  it('lets a street administrator reach the communities below the street and no others', () => {
    const { communities } = resolveAccess([posting('communityAdmin', 'street-1')], tree);
    expect([...communities.keys()]).toEqual(['a']);
    expect(communities.get('a')?.isAdmin).toBe(true);
    expect(communities.get('a')?.ownGridIds.size).toBe(0);
    expect(resolveAccess([posting('communityAdmin', 'district')], tree).communities.size).toBe(2);
  });

  it('unites several postings in one community', () => {
    const access = resolveAccess(
      [posting('gridWorker', 'a1'), posting('gridWorker', 'a2'), posting('volunteer', 'a')],
      tree,
    ).communities.get('a');
    expect(access?.ownGridIds.size).toBe(2);
    expect(access?.isVolunteer).toBe(true);
  });

  it('remembers what was left, so that late visits and forgetting are possible', () => {
    const left = resolveAccess(
      [posting('gridWorker', 'a1', { isCurrent: false, endedAt: 5 }), posting('volunteer', 'b')],
      tree,
    );
    expect([...left.formerCommunityIds]).toEqual(['a']);
    expect(left.formerGrids).toEqual([{ communityId: 'a', gridId: 'a1', endedAt: 5 }]);
    expect(left.communities.has('a')).toBe(false);
  });

  it('gives an unknown unit nothing', () => {
    expect(resolveAccess([posting('gridWorker', 'gone', { spaceId: 'a' })], tree).communities.size).toBe(0);
  });
});
