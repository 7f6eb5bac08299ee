import {
  type AskedSet,
  checkQuestionSet,
  err,
  type FieldMap,
  type Json,
  ok,
  questionPreset,
  type Result,
} from '@lianxin/domain';
import type { QuestionSetDraft } from '@lianxin/protocol';
import type { BadQuestionSet, VersionChanged } from '../question-set-port.ts';
import type { NotFound } from '../refusals.ts';
import { type CommunityVersions, newestRow, versionOf } from './question-set-rows.ts';

/** Makes the version that a draft asks for: after the one it was written over, with questions that keep the types their columns have. */
export const nextVersion = (
  versions: CommunityVersions,
  draft: QuestionSetDraft,
  newId: () => string,
): Result<FieldMap, NotFound | BadQuestionSet | VersionChanged> => {
  const { setKey, baseVersion, kind, name, nameEn, questions, audience, fromOn, toOn } = draft;
  const newest = setKey === null ? undefined : newestRow(versions, setKey);
  const preset = setKey === null ? undefined : questionPreset(setKey);
  if (setKey !== null && newest === undefined && preset === undefined) return err({ type: 'NotFound' });
  if (baseVersion !== (newest === undefined ? null : versionOf(newest))) return err({ type: 'VersionChanged' });
  const former = versions.all.filter((version) => version.setKey === setKey).flatMap((version) => version.questions);
  const [problem] = checkQuestionSet(draft, former);
  if (problem !== undefined) return err({ type: 'BadQuestionSet', problem });
  return ok({
    setKey: setKey ?? newId(),
    setVersion: (newest === undefined ? (preset?.setVersion ?? 0) : versionOf(newest)) + 1,
    replacesId: newest?.id ?? null,
    kind,
    name,
    nameEn: nameEn?.trim() || null,
    questions: asJson(questions),
    audience: asJson(audience),
    fromOn,
    toOn,
    isActive: newest?.fields['isActive'] ?? true,
  });
};

/** Makes the first version of its own that a community has of a shipped set, word for word the same. */
export const copyOf = ({ setKey, setVersion, kind, name, questions, audience, fromOn, toOn }: AskedSet): FieldMap => ({
  setKey,
  setVersion: setVersion + 1,
  replacesId: null,
  kind,
  name: name.zh,
  nameEn: name.en,
  questions: asJson(questions),
  audience: asJson(audience),
  fromOn,
  toOn,
});

/** What a schema has read may hold optional keys without a value; as JSON they are not there. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));
