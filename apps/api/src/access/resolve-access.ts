import type { SessionPosting } from '@lianxin/protocol';
import {
  type CommunityAccess,
  deploymentSpace,
  type FormerGrid,
  type PostingAtUnit,
  type TreeNode,
  type UnitTree,
} from './principal.ts';

/** Is what postings amount to. */
export interface ResolvedAccess {
  readonly isOperator: boolean;
  readonly postings: readonly SessionPosting[];
  readonly communities: ReadonlyMap<string, CommunityAccess>;
  readonly formerCommunityIds: ReadonlySet<string>;
  readonly formerGrids: readonly FormerGrid[];
}

/** Turns postings into access: a role reaches down the tree from its unit and nowhere else. */
export const resolveAccess = (postings: readonly PostingAtUnit[], tree: UnitTree): ResolvedAccess => {
  const current = postings.filter((posting) => posting.isCurrent);
  const communities = new Map<string, CommunityAccess>();
  for (const posting of current) {
    for (const [communityId, access] of accessOf(posting, tree))
      communities.set(communityId, unite(communities.get(communityId), access));
  }
  const former = postings.filter((posting) => !posting.isCurrent && posting.spaceId !== deploymentSpace);
  return {
    isOperator: current.some((posting) => posting.role === 'operator'),
    postings: current.flatMap((posting) => describe(posting, tree)),
    communities,
    formerCommunityIds: new Set(former.map((posting) => posting.spaceId).filter((id) => !communities.has(id))),
    formerGrids: former.flatMap((posting) => formerGridsOf(posting, tree)),
  };
};

const formerGridsOf = (posting: PostingAtUnit, tree: UnitTree): readonly FormerGrid[] => {
  const { endedAt, spaceId } = posting;
  const unit = posting.role === 'gridWorker' ? tree.node(spaceId, posting.unitId) : undefined;
  if (unit === undefined || endedAt === null) return [];
  return gridsBelow(unit, tree).map((gridId) => ({ communityId: spaceId, gridId, endedAt }));
};

const accessOf = (posting: PostingAtUnit, tree: UnitTree): readonly (readonly [string, CommunityAccess])[] => {
  if (posting.role === 'operator')
    return tree.communities().map((community) => [community.id, administered(community.id, tree)]);
  const unit = tree.node(posting.spaceId, posting.unitId);
  if (unit === undefined) return [];
  if (posting.role === 'communityAdmin') return communitiesBelow(unit, tree).map((id) => [id, administered(id, tree)]);
  if (posting.spaceId === deploymentSpace) return [];
  if (posting.role === 'volunteer') return [[posting.spaceId, { ...nothing, isVolunteer: true }]];
  const grids = new Set(gridsBelow(unit, tree));
  return [[posting.spaceId, { ...nothing, ownGridIds: grids, writableGridIds: grids }]];
};

const nothing: CommunityAccess = {
  ownGridIds: new Set(),
  writableGridIds: new Set(),
  isVolunteer: false,
  isAdmin: false,
};

const administered = (communityId: string, tree: UnitTree): CommunityAccess => ({
  ...nothing,
  writableGridIds: new Set(tree.gridsOf(communityId).map((grid) => grid.id)),
  isAdmin: true,
});

const unite = (a: CommunityAccess | undefined, b: CommunityAccess): CommunityAccess =>
  a === undefined
    ? b
    : {
        ownGridIds: new Set([...a.ownGridIds, ...b.ownGridIds]),
        writableGridIds: new Set([...a.writableGridIds, ...b.writableGridIds]),
        isVolunteer: a.isVolunteer || b.isVolunteer,
        isAdmin: a.isAdmin || b.isAdmin,
      };

const isCommunity = (unit: TreeNode): boolean => unit.kind === 'community' || unit.kind === 'village';

const gridsBelow = (unit: TreeNode, tree: UnitTree): readonly string[] => {
  if (unit.kind === 'grid') return [unit.id];
  return isCommunity(unit) ? tree.gridsOf(unit.id).map((grid) => grid.id) : [];
};

const communitiesBelow = (unit: TreeNode, tree: UnitTree): readonly string[] => {
  if (isCommunity(unit)) return [unit.id];
  if (unit.spaceId !== deploymentSpace) return [];
  return tree
    .communities()
    .filter((community) => isBelow(community, unit.id, tree))
    .map((community) => community.id);
};

/** Says whether a node lies below another, looking up at most as far as the tree is deep. */
const isBelow = (node: TreeNode, ancestorId: string, tree: UnitTree): boolean => {
  let parentId = node.parentId;
  for (let level = 0; level < 8 && parentId !== null; level += 1) {
    if (parentId === ancestorId) return true;
    parentId = tree.node(deploymentSpace, parentId)?.parentId ?? null;
  }
  return false;
};

const describe = (posting: PostingAtUnit, tree: UnitTree): readonly SessionPosting[] => {
  if (posting.role === 'operator') {
    return [
      {
        role: 'operator',
        unitId: deploymentSpace,
        unitName: '全部',
        unitKind: 'deployment',
        communityId: null,
        communityName: null,
        communityKind: null,
      },
    ];
  }
  const unit = tree.node(posting.spaceId, posting.unitId);
  if (unit === undefined) return [];
  const community = posting.spaceId === deploymentSpace ? undefined : tree.node(posting.spaceId, posting.spaceId);
  return [
    {
      role: posting.role,
      unitId: unit.id,
      unitName: unit.name,
      unitKind: unit.kind,
      communityId: community?.id ?? null,
      communityName: community?.name ?? null,
      communityKind: community?.kind ?? null,
    },
  ];
};
