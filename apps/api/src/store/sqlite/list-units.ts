import type { UnitNode } from '@lianxin/protocol';
import { type StoredRow, textOf } from '@lianxin/sync/merge';
import type { TreeScope } from '../../access/authorize.ts';
import { deploymentSpace } from '../../access/principal.ts';
import type { Side } from './core.ts';
import { toUnitNode } from './unit-node.ts';

/** Lists what an administrator reaches, and the way up from there. */
export const listUnits = (side: Side, scope: TreeScope): readonly UnitNode[] => {
  const above = [...side.rows.all(deploymentSpace, 'unit')];
  const communityIds = scope.isOperator ? side.tree.communities().map((node) => node.id) : [...scope.communityIds];
  const below = communityIds.map((id) => [...side.rows.all(id, 'unit')]);
  const wayUp = scope.isOperator ? new Set(above.map((row) => row.id)) : ancestorsOf(below.flat(), above);
  return [
    ...above.filter((row) => wayUp.has(row.id)).map((row) => toUnitNode(row, deploymentSpace, scope.isOperator)),
    ...below.flatMap((rows, at) => rows.map((row) => toUnitNode(row, communityIds[at] ?? '', true))),
  ];
};

const ancestorsOf = (rows: readonly StoredRow[], above: readonly StoredRow[]): ReadonlySet<string> => {
  const byId = new Map(above.map((row) => [row.id, row]));
  const parentOf = (row: StoredRow): StoredRow | undefined => byId.get(textOf(row, 'parentId') ?? '');
  const found = new Set<string>();
  for (const row of rows) {
    for (let next = parentOf(row); next !== undefined && !found.has(next.id); next = parentOf(next)) found.add(next.id);
  }
  return found;
};
