import { civilDateAt, err, type FieldMap, ok, parseNewRecord, type Result, specOf } from '@lianxin/domain';
import type { NewUnit } from '@lianxin/protocol';
import { communityBucket, gridBucket, type StoredRow } from '@lianxin/sync/merge';
import type { TreeScope } from '../../access/authorize.ts';
import { deploymentSpace } from '../../access/principal.ts';
import type { NotAllowed, NotFound, WrongPlace } from '../refusals.ts';
import type { Side } from './core.ts';
import { findUnit } from './place-posting.ts';

const parentsByKind: Readonly<Record<NewUnit['kind'], readonly (NewUnit['kind'] | null)[]>> = {
  district: [null],
  street: ['district', null],
  community: ['street', 'district', null],
  village: ['street', 'district', null],
  grid: ['community', 'village'],
  building: ['grid'],
  entrance: ['building'],
};

/** Is a node that fits its place, ready to be written. */
export interface PlacedUnit {
  readonly spaceId: string;
  /** Whether the node is a community, which begins a history of its own. */
  readonly beginsSpace: boolean;
  readonly row: StoredRow;
}

/** Says whether a scope reaches what lies in a space. */
export const reaches = (scope: TreeScope, spaceId: string): boolean =>
  scope.isOperator || scope.communityIds.has(spaceId);

/** Finds the place of a new node: below the right kind of parent, within reach, in its community's history. */
export const placeUnit = (
  side: Side,
  scope: TreeScope,
  { unit, id, now }: { readonly unit: NewUnit; readonly id: string; readonly now: number },
): Result<PlacedUnit, NotFound | NotAllowed | WrongPlace> => {
  const { parentId, ...rest } = unit;
  const parent = parentId === null ? null : findUnit(side, parentId);
  if (parent === undefined || (parent !== null && !reaches(scope, parent.spaceId))) return err({ type: 'NotFound' });
  if (!parentsByKind[unit.kind].some((kind) => kind === (parent?.kind ?? null))) return err({ type: 'WrongPlace' });
  const isInCommunity = ['grid', 'building', 'entrance'].includes(unit.kind);
  if (!isInCommunity && !scope.isOperator) return err({ type: 'NotAllowed' });
  const parsed = parseNewRecord(specOf('unit'), { fromOn: civilDateAt(now), ...definedOnly(rest) });
  if (!parsed.ok) return err({ type: 'WrongPlace' });
  const beginsSpace = unit.kind === 'community' || unit.kind === 'village';
  const spaceId = beginsSpace ? id : (parent?.spaceId ?? deploymentSpace);
  const buckets = bucketsOf(side, spaceId, unit);
  const fields = { ...parsed.value, parentId };
  return ok({ spaceId, beginsSpace, row: { table: 'unit', id, rev: 0, buckets, deleted: false, fields, marks: {} } });
};

/** Leaves out what was not given. */
export const definedOnly = (values: Readonly<Record<string, string | number | null | undefined>>): FieldMap => {
  const kept: Record<string, string | number | null> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) kept[key] = value;
  return kept;
};

/** Community and grids are told to everybody there; a building and its entrances belong to their grid's phones. */
const bucketsOf = (side: Side, spaceId: string, { kind, parentId }: NewUnit): readonly string[] => {
  if (spaceId === deploymentSpace) return [];
  if (kind === 'building') return [gridBucket(parentId ?? '')];
  if (kind === 'entrance') return side.rows.read(spaceId, 'unit', parentId ?? '')?.buckets ?? [];
  return [communityBucket(spaceId)];
};
