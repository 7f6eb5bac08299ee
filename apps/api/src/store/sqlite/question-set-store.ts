import { err, type FieldMap, ok, questionPreset, type Result } from '@lianxin/domain';
import type { QuestionSetDraft, QuestionSetVersion } from '@lianxin/protocol';
import { communityBucket, creationMark } from '@lianxin/sync/merge';
import type { DeskScope } from '../../access/authorize.ts';
import type { AnsweredVersion, BadQuestionSet, QuestionSetStore, VersionChanged } from '../question-set-port.ts';
import type { NotFound } from '../refusals.ts';
import { readAnswered } from './answered-versions.ts';
import { appendAudit } from './audit-log.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { copyOf, nextVersion } from './next-version.ts';
import { inOrder, newestRow, readVersions } from './question-set-rows.ts';
import { createSpaceWriter } from './space-writer.ts';

interface WrittenVersion {
  readonly id: string;
  readonly fields: FieldMap;
  readonly action: string;
}

interface SwitchedSet {
  readonly setKey: string;
  readonly isActive: boolean;
}

type Saving<T, E> = (scope: DeskScope, what: T) => Result<null, E>;

const whole = { gridId: null, fromOn: null, toOn: null, asOf: '' };

/** Keeps question sets in SQLite; a version is written through the community's history, so that phones hear of it. */
export const createQuestionSetStore = (core: StoreCore): QuestionSetStore => {
  const { writer, reader, queue, now, newId } = core;
  const spaces = createSpaceWriter(core);

  const write = (scope: DeskScope, rev: number, made: WrittenVersion): void => {
    const { accountId: userId, name: userName } = scope.actor;
    const { communityId } = scope;
    const { id, fields, action } = made;
    const mark = { rev, mutationId: newId(), userId, userName, at: now() };
    const buckets = [communityBucket(communityId)];
    spaces.write(communityId, [
      { table: 'questionSet', id, rev, buckets, deleted: false, fields, marks: { [creationMark]: mark } },
    ]);
    const facts = { name: String(fields['name']), version: Number(fields['setVersion']) };
    const about = { communityId, subjectId: id, facts };
    appendAudit(writer, { actorId: userId, actorName: userName, action, ...about }, now());
  };

  const save: Saving<QuestionSetDraft, NotFound | BadQuestionSet | VersionChanged> = (scope, draft) => {
    const rev = spaces.nextRev(scope.communityId);
    const made = nextVersion(readVersions(writer, scope.communityId), draft, newId);
    if (!made.ok) return made;
    write(scope, rev, { id: newId(), fields: made.value, action: 'questionSet.saved' });
    return ok(null);
  };

  const setActive: Saving<SwitchedSet, NotFound> = (scope, { setKey, isActive }) => {
    const rev = spaces.nextRev(scope.communityId);
    const newest = newestRow(readVersions(writer, scope.communityId), setKey);
    const action = isActive ? 'questionSet.begun' : 'questionSet.ended';
    const preset = questionPreset(setKey);
    if (newest !== undefined) write(scope, rev, { id: newest.id, fields: { ...newest.fields, isActive }, action });
    // A shipped set has no row that could be switched; the community's own first version of it, word for word the same, has.
    else if (preset !== undefined) write(scope, rev, { id: newId(), fields: { ...copyOf(preset), isActive }, action });
    else return err({ type: 'NotFound' });
    return ok(null);
  };

  return {
    list: async (scope) => inSnapshot(reader, () => listVersions(core, scope)),
    save: (scope, draft) => queue.run(() => save(scope, draft)),
    setActive: (scope, set) => queue.run(() => setActive(scope, set)),
    answered: async (scope, filter) => inSnapshot(reader, () => readAnswered(reader, scope, filter)),
  };
};

const listVersions = ({ reader }: StoreCore, scope: DeskScope): readonly QuestionSetVersion[] => {
  const answered = new Map<string | null, AnsweredVersion>(
    readAnswered(reader, scope, whole).map((one) => [keyOf(one.version), one]),
  );
  return inOrder(readVersions(reader, scope.communityId)).map((version) => {
    const { questionSetId, setKey, setVersion, kind, name, questions, audience, fromOn, toOn, isActive } = version;
    const found = answered.get(keyOf(version));
    return {
      id: questionSetId,
      setKey,
      setVersion,
      kind,
      name: name.zh,
      nameEn: name.en === '' ? null : name.en,
      questions: [...questions],
      audience,
      fromOn,
      toOn,
      isActive,
      isPreset: questionPreset(setKey) !== undefined,
      sheets: found?.sheets ?? 0,
      totals: { ...found?.totals },
    };
  });
};

const keyOf = ({ questionSetId, setKey }: { readonly questionSetId: string | null; readonly setKey: string }): string =>
  questionSetId ?? setKey;
