import type { Role } from '@lianxin/domain';
import type { TreeScope } from '../../access/authorize.ts';
import { deploymentSpace } from '../../access/principal.ts';
import type { Side } from './core.ts';
import type { SqlRow, SqlValue } from './record-rows.ts';

const placesByRole: Readonly<Record<Role, readonly string[]>> = {
  gridWorker: ['grid', 'community', 'village'],
  volunteer: ['community', 'village'],
  communityAdmin: ['community', 'village', 'street', 'district'],
  operator: [],
};

/** Is a duty with the space its unit lies in. */
export interface PlacedPosting {
  readonly unitId: string;
  readonly spaceId: string;
  readonly role: Role;
  /** The last day; undefined where nothing is said about it. */
  readonly toOn?: string | null | undefined;
}

/** Finds the space of a duty's unit and checks that the scope may give it; an operator's duty covers everything and only operators give it. */
export const placePosting = (
  side: Side,
  scope: TreeScope,
  posting: { readonly unitId: string; readonly role: Role },
): PlacedPosting | 'NotFound' | 'NotAllowed' => {
  if (posting.role === 'operator') {
    if (!scope.isOperator) return 'NotAllowed';
    return posting.unitId === deploymentSpace ? { ...posting, spaceId: deploymentSpace } : 'NotFound';
  }
  const unit = findUnit(side, posting.unitId);
  if (unit === undefined) return 'NotFound';
  const isInReach = scope.isOperator || scope.communityIds.has(unit.spaceId);
  if (!isInReach) return 'NotFound';
  return placesByRole[posting.role].includes(unit.kind) ? { ...posting, spaceId: unit.spaceId } : 'NotAllowed';
};

/** Finds a unit whose space is not known. */
export const findUnit = (side: Side, id: string): { readonly spaceId: string; readonly kind: string } | undefined => {
  const row = side.sqlite
    .prepare<SqlValue[], SqlRow>(
      'SELECT u.community_id, u.kind FROM spaces s JOIN units u ON u.community_id = s.community_id AND u.id = ? WHERE u.deleted = 0',
    )
    .get(id);
  return row === undefined ? undefined : { spaceId: String(row['community_id']), kind: String(row['kind']) };
};
