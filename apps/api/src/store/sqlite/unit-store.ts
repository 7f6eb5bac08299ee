import { err, type FieldMap, ok, type Result } from '@lianxin/domain';
import type { NewUnit, UnitNode } from '@lianxin/protocol';
import { creationMark, type StoredRow } from '@lianxin/sync/merge';
import type { TreeScope } from '../../access/authorize.ts';
import { deploymentSpace } from '../../access/principal.ts';
import type { UnitStore } from '../port.ts';
import type { NotAllowed, NotFound, WrongPlace } from '../refusals.ts';
import { appendAudit } from './audit-log.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { listUnits } from './list-units.ts';
import { findUnit } from './place-posting.ts';
import { definedOnly, placeUnit, reaches } from './place-unit.ts';
import { createSpaceWriter } from './space-writer.ts';
import { toUnitNode } from './unit-node.ts';

/** Is a change of one node with the word it has in the audit. */
interface UnitEdit {
  readonly fields: FieldMap;
  readonly action: string;
}

/** Keeps the tree in SQLite: what lies in a community is written through its history, so that phones hear of it. */
export const createUnitStore = (core: StoreCore): UnitStore => {
  const { writer, reader, queue, now, newId } = core;
  const spaces = createSpaceWriter(core);

  const save = (scope: TreeScope, spaceId: string, made: { row: StoredRow; action: string }): UnitNode => {
    const { accountId: userId, name: userName } = scope.actor;
    const rev = spaces.nextRev(spaceId);
    const mark = { rev, mutationId: newId(), userId, userName, at: now() };
    const row = { ...made.row, rev, marks: { ...made.row.marks, [creationMark]: mark } };
    spaces.write(spaceId, [row]);
    const about = { communityId: spaceId === deploymentSpace ? null : spaceId, subjectId: row.id, facts: {} };
    appendAudit(writer, { actorId: userId, actorName: userName, action: made.action, ...about }, now());
    return toUnitNode(row, spaceId, true);
  };

  const create = (scope: TreeScope, unit: NewUnit): Result<UnitNode, NotFound | NotAllowed | WrongPlace> => {
    const placed = placeUnit(writer, scope, { unit, id: newId(), now: now() });
    if (!placed.ok) return placed;
    const { spaceId, beginsSpace, row } = placed.value;
    if (beginsSpace) spaces.create(spaceId, newId());
    return ok(save(scope, spaceId, { row, action: 'unit.created' }));
  };

  const edit = (scope: TreeScope, id: string, edited: UnitEdit): Result<UnitNode, NotFound | NotAllowed> => {
    const found = findUnit(writer, id);
    const row = found && writer.rows.read(found.spaceId, 'unit', id);
    if (found === undefined || row === undefined || !reaches(scope, found.spaceId)) return err({ type: 'NotFound' });
    const changed = { ...row, fields: { ...row.fields, ...edited.fields } };
    return ok(save(scope, found.spaceId, { row: changed, action: edited.action }));
  };

  return {
    list: async (scope) => inSnapshot(reader, () => listUnits(reader, scope)),
    create: (scope, unit) => queue.run(() => create(scope, unit)),
    change: (scope, id, change) =>
      queue.run(() => edit(scope, id, { fields: definedOnly(change), action: 'unit.changed' })),
    close: (scope, id, toOn) => queue.run(() => edit(scope, id, { fields: { toOn }, action: 'unit.closed' })),
  };
};
