import type Database from 'better-sqlite3';
import { deploymentSpace, type TreeNode, type UnitTree } from '../../access/principal.ts';
import type { SqlRow, SqlValue } from './record-rows.ts';

const columns = 'u.id, u.community_id, u.kind, u.name, u.parent_id';

/** Answers questions about the tree on one connection. */
export const createUnitTree = (db: Database.Database): UnitTree => {
  const one = db.prepare<SqlValue[], SqlRow>(
    `SELECT ${columns} FROM units u WHERE u.community_id = ? AND u.id = ? AND u.deleted = 0`,
  );
  const communities = db.prepare<SqlValue[], SqlRow>(
    `SELECT ${columns} FROM spaces s JOIN units u ON u.community_id = s.community_id AND u.id = s.community_id WHERE s.community_id <> '${deploymentSpace}' AND u.deleted = 0`,
  );
  const grids = db.prepare<SqlValue[], SqlRow>(
    `SELECT ${columns} FROM units u WHERE u.community_id = ? AND u.parent_id = ? AND u.kind = 'grid' AND u.deleted = 0 ORDER BY u.sort_order, u.id`,
  );
  return {
    node: (spaceId, id) => {
      const row = one.get(spaceId, id);
      return row === undefined ? undefined : toNode(row);
    },
    communities: () => communities.all().map(toNode),
    gridsOf: (communityId) => grids.all(communityId, communityId).map(toNode),
  };
};

const toNode = (row: SqlRow): TreeNode => ({
  id: String(row['id']),
  spaceId: String(row['community_id']),
  kind: String(row['kind']),
  name: String(row['name']),
  parentId: typeof row['parent_id'] === 'string' ? row['parent_id'] : null,
});
