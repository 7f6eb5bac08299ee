import { civilDateAt, err, type FieldMap, ok, parseNewRecord, type Result, specOf } from '@lianxin/domain';
import type { NewUnit, UnitChange, UnitNode } from '@lianxin/protocol';
import { type CellMark, communityBucket, creationMark, gridBucket, type StoredRow, textOf } from '@lianxin/sync/merge';
import type { TreeScope } from '../../access/authorize.ts';
import { deploymentSpace } from '../../access/principal.ts';
import type { UnitStore } from '../port.ts';
import type { NotAllowed, NotFound, WrongPlace } from '../refusals.ts';
import { appendAudit } from './audit-log.ts';
import { inSnapshot, type Side, type StoreCore } from './core.ts';
import { findUnit } from './place-posting.ts';
import { createSpaceWriter } from './space-writer.ts';
import { toUnitNode } from './unit-node.ts';

const parentsByKind: Readonly<Record<NewUnit['kind'], readonly (NewUnit['kind'] | null)[]>> = {
  district: [null],
  street: ['district', null],
  community: ['street', 'district', null],
  village: ['street', 'district', null],
  grid: ['community', 'village'],
  building: ['grid'],
  entrance: ['building'],
};

/** Keeps the tree in SQLite: what lies in a community is written through its history, so that phones hear of it. */
export const createUnitStore = (core: StoreCore): UnitStore => {
  const { writer, reader, queue, now, newId } = core;
  const spaces = createSpaceWriter(writer);

  const save = (
    scope: TreeScope,
    spaceId: string,
    made: { readonly row: StoredRow; readonly action: string },
  ): UnitNode => {
    const rev = spaces.nextRev(spaceId);
    const mark: CellMark = {
      rev,
      mutationId: newId(),
      userId: scope.actor.accountId,
      userName: scope.actor.name,
      at: now(),
    };
    const row = { ...made.row, rev, marks: { ...made.row.marks, [creationMark]: mark } };
    spaces.write(spaceId, [row]);
    const communityId = spaceId === deploymentSpace ? null : spaceId;
    appendAudit(
      writer,
      {
        actorId: scope.actor.accountId,
        actorName: scope.actor.name,
        action: made.action,
        communityId,
        subjectId: row.id,
        facts: {},
      },
      now(),
    );
    return toUnitNode(row, spaceId, true);
  };

  const create = (scope: TreeScope, unit: NewUnit): Result<UnitNode, NotFound | NotAllowed | WrongPlace> => {
    const parent = unit.parentId === null ? null : findUnit(writer, unit.parentId);
    if (parent === undefined || (parent !== null && !reaches(scope, parent.spaceId))) return err({ type: 'NotFound' });
    if (!parentsByKind[unit.kind].some((kind) => kind === (parent?.kind ?? null))) return err({ type: 'WrongPlace' });
    const isCommunity = unit.kind === 'community' || unit.kind === 'village';
    const isBelowCommunity = ['grid', 'building', 'entrance'].includes(unit.kind);
    if (!isBelowCommunity && !scope.isOperator) return err({ type: 'NotAllowed' });
    const id = newId();
    const spaceId = isCommunity ? id : (parent?.spaceId ?? deploymentSpace);
    if (isCommunity) spaces.create(id, newId());
    const { parentId, ...rest } = unit;
    const parsed = parseNewRecord(specOf('unit'), { fromOn: civilDateAt(now()), ...definedOnly(rest) });
    if (!parsed.ok) return err({ type: 'WrongPlace' });
    const buckets = bucketsOfNewUnit(writer, { unit, id, spaceId });
    const row: StoredRow = {
      table: 'unit',
      id,
      rev: 0,
      buckets,
      deleted: false,
      fields: { ...parsed.value, parentId },
      marks: {},
    };
    return ok(save(scope, spaceId, { row, action: 'unit.created' }));
  };

  const edit = (
    scope: TreeScope,
    id: string,
    edited: { readonly fields: FieldMap; readonly action: string },
  ): Result<UnitNode, NotFound | NotAllowed> => {
    const found = findUnit(writer, id);
    const row = found === undefined ? undefined : writer.rows.read(found.spaceId, 'unit', id);
    if (found === undefined || row === undefined || !reaches(scope, found.spaceId)) return err({ type: 'NotFound' });
    return ok(
      save(scope, found.spaceId, {
        row: { ...row, fields: { ...row.fields, ...edited.fields } },
        action: edited.action,
      }),
    );
  };

  return {
    list: async (scope) => inSnapshot(reader, () => listUnits(reader, scope)),
    create: (scope, unit) => queue.run(() => create(scope, unit)),
    change: (scope, id, change: UnitChange) =>
      queue.run(() => edit(scope, id, { fields: definedOnly(change), action: 'unit.changed' })),
    close: (scope, id, toOn) => queue.run(() => edit(scope, id, { fields: { toOn }, action: 'unit.closed' })),
  };
};

const reaches = (scope: TreeScope, spaceId: string): boolean => scope.isOperator || scope.communityIds.has(spaceId);

/** Community and grids are told to everybody there; a building and its entrances belong to their grid's phones. */
const bucketsOfNewUnit = (
  side: Side,
  made: { readonly unit: NewUnit; readonly id: string; readonly spaceId: string },
): readonly string[] => {
  if (made.spaceId === deploymentSpace) return [];
  if (made.unit.kind === 'building') return [gridBucket(made.unit.parentId ?? '')];
  if (made.unit.kind === 'entrance')
    return side.rows.read(made.spaceId, 'unit', made.unit.parentId ?? '')?.buckets ?? [];
  return [communityBucket(made.spaceId)];
};

const definedOnly = (values: Readonly<Record<string, string | number | null | undefined>>): FieldMap => {
  const kept: Record<string, string | number | null> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) kept[key] = value;
  return kept;
};

const listUnits = (side: Side, scope: TreeScope): readonly UnitNode[] => {
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
  const found = new Set<string>();
  for (const row of rows) {
    for (
      let next = byId.get(textOf(row, 'parentId') ?? '');
      next !== undefined && !found.has(next.id);
      next = byId.get(textOf(next, 'parentId') ?? '')
    ) {
      found.add(next.id);
    }
  }
  return found;
};
