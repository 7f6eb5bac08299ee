import type { UnitNode } from '@lianxin/protocol';

/** Builds a unit for tests; everything that a test does not speak of is plain. */
export const unitNode = (unit: Pick<UnitNode, 'id' | 'kind' | 'name'> & Partial<UnitNode>): UnitNode => ({
  parentId: null,
  communityId: null,
  code: null,
  estate: null,
  layout: null,
  floors: null,
  supervisionPhone: null,
  duty: null,
  sortOrder: null,
  fromOn: null,
  toOn: null,
  canManage: true,
  ...unit,
});
