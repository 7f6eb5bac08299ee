import type { Role } from '@lianxin/domain';
import type { SessionPosting } from '@lianxin/protocol';

/** The space that holds what belongs to no single community: streets and districts. Also the unit an operator is posted to. */
export const deploymentSpace = 'deployment-space';

/** Is what somebody may do in one community, taken from postings alone. */
export interface CommunityAccess {
  /** The grids whose records come to the phone. */
  readonly ownGridIds: ReadonlySet<string>;
  /** The grids whose records may be written: an administrator's are all of the community's. */
  readonly writableGridIds: ReadonlySet<string>;
  readonly isVolunteer: boolean;
  readonly isAdmin: boolean;
}

/** Is the person behind a session. Everything they may see follows from the postings; nothing in a request can widen it. */
export interface Principal {
  readonly accountId: string;
  readonly name: string;
  readonly loginName: string;
  readonly sessionId: string;
  readonly canViewUnmasked: boolean;
  /** Whether the account was disabled while this session lived: its outbox is still taken in, nothing goes out. */
  readonly isRevoked: boolean;
  /** When this phone was asked to forget everything; until it says that it has, it may hand in and nothing else. */
  readonly wipeAskedAt: number | null;
  readonly isOperator: boolean;
  readonly postings: readonly SessionPosting[];
  readonly communities: ReadonlyMap<string, CommunityAccess>;
  /** The communities that ended postings were in: their phones are told to forget. */
  readonly formerCommunityIds: ReadonlySet<string>;
  /** The grids that were left: what was seen at a door before that moment is still taken in. */
  readonly formerGrids: readonly FormerGrid[];
}

/** Is a grid that somebody worked in until a moment. */
export interface FormerGrid {
  readonly communityId: string;
  readonly gridId: string;
  readonly endedAt: number;
}

/** Is a posting with the unit it is at. */
export interface PostingAtUnit {
  readonly role: Role;
  readonly isCurrent: boolean;
  readonly endedAt: number | null;
  readonly unitId: string;
  readonly spaceId: string;
}

/** Is a node of the tree down to grids, as access needs it. */
export interface TreeNode {
  readonly id: string;
  readonly spaceId: string;
  readonly kind: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Answers questions about the tree from one snapshot. */
export interface UnitTree {
  readonly node: (spaceId: string, id: string) => TreeNode | undefined;
  /** Lists every community and village. */
  readonly communities: () => readonly TreeNode[];
  readonly gridsOf: (communityId: string) => readonly TreeNode[];
}
