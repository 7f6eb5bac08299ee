import { type Cadence, cadencePresets, err, type FieldMap, listedCadences, ok, type Result } from '@lianxin/domain';
import type { CadenceDraft } from '@lianxin/protocol';
import { communityBucket, creationMark, type StoredRow } from '@lianxin/sync/merge';
import type { DeskScope } from '../../access/authorize.ts';
import type { CadenceStore } from '../desk-port.ts';
import type { NotFound } from '../refusals.ts';
import { appendAudit } from './audit-log.ts';
import { inSnapshot, type Side, type StoreCore } from './core.ts';
import { createSpaceWriter } from './space-writer.ts';

/** Keeps cadences as rows of their community, written through its history. */
export const createCadenceStore = (core: StoreCore): CadenceStore => {
  const { writer, reader, queue, now, newId } = core;
  const spaces = createSpaceWriter(core);

  const save = ({ actor, communityId }: DeskScope, draft: CadenceDraft): Result<null, NotFound> => {
    const rev = spaces.nextRev(communityId);
    const former = formerRow(writer, communityId, draft);
    if (former === undefined || !isKnownPreset(draft.presetKey)) return err({ type: 'NotFound' });
    const { accountId: userId, name: userName } = actor;
    const mark = { rev, mutationId: newId(), userId, userName, at: now() };
    const row: StoredRow = {
      table: 'cadence',
      id: former?.id ?? newId(),
      rev,
      buckets: [communityBucket(communityId)],
      deleted: false,
      fields: fieldsOf(draft),
      marks: { ...former?.marks, [creationMark]: mark },
    };
    spaces.write(communityId, [row]);
    const facts = { name: draft.name, isActive: draft.isActive };
    const about = { communityId, subjectId: row.id, facts };
    appendAudit(writer, { actorId: userId, actorName: userName, action: 'cadence.saved', ...about }, now());
    return ok(null);
  };

  return {
    list: async ({ communityId }) =>
      inSnapshot(reader, () => ({
        cadences: listedCadences(rowsOf(reader, communityId).map(toCadence)).map((rule) => ({
          ...rule,
          tagKinds: [...rule.tagKinds],
          alsoTagKinds: [...rule.alsoTagKinds],
        })),
      })),
    save: (scope, cadence) => queue.run(() => save(scope, cadence)),
  };
};

const isKnownPreset = (key: string | null): boolean =>
  key === null || cadencePresets.some(({ presetKey }) => presetKey === key);

/** Finds the row that a draft changes; null for a new one, undefined where the row it names is not this community's or stands for another preset. */
const formerRow = (side: Side, communityId: string, { id, presetKey }: CadenceDraft): StoredRow | null | undefined => {
  const rows = rowsOf(side, communityId);
  // Two administrators who change one preset change one row.
  if (id === null) return rows.find((row) => presetKey !== null && row.fields['presetKey'] === presetKey) ?? null;
  return rows.find((row) => row.id === id && row.fields['presetKey'] === presetKey);
};

const rowsOf = (side: Side, communityId: string): readonly StoredRow[] => [...side.rows.all(communityId, 'cadence')];

/** Rows passed the declaration's own schema when they were written. */
const toCadence = ({ id, fields }: StoredRow): Cadence => ({ ...fields, id }) as Cadence;

const fieldsOf = ({ id: _, ...values }: CadenceDraft): FieldMap => values;
