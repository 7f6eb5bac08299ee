import { type UnitNode, unitNodeSchema } from '@lianxin/protocol';
import type { StoredRow } from '@lianxin/sync/merge';
import { deploymentSpace } from '../../access/principal.ts';

/** Shows a unit's row as the desk draws it. */
export const toUnitNode = (row: StoredRow, spaceId: string, canManage: boolean): UnitNode =>
  unitNodeSchema.parse({
    ...row.fields,
    id: row.id,
    communityId: spaceId === deploymentSpace ? null : spaceId,
    canManage,
  });
