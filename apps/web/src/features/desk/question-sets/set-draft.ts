import { type AskedSet, checkQuestionSet, type Question, type QuestionSetProblem } from '@lianxin/domain';
import type { QuestionSetDraft, QuestionSetVersion } from '@lianxin/protocol';
import { newQuestion } from './edit-questions.ts';

/** Is a set while it is edited; texts are as they are typed. */
export interface SetDraft {
  readonly setKey: string | null;
  readonly baseVersion: number | null;
  readonly kind: AskedSet['kind'];
  readonly name: string;
  readonly nameEn: string;
  readonly questions: readonly Question[];
  readonly tagKinds: readonly string[];
  readonly minAge: number | null;
  readonly fromOn: string;
  readonly toOn: string;
}

/** Names what is still wrong, with the place of the question; -1 is the set itself. */
export interface DraftProblem {
  readonly at: number;
  readonly problem:
    | QuestionSetProblem['problem']
    | 'nameMissing'
    | 'noQuestions'
    | 'labelMissing'
    | 'optionLabelMissing';
}

/** Starts a set of one's own. */
export const emptySetDraft = (newKey: () => string): SetDraft => ({
  setKey: null,
  baseVersion: null,
  kind: 'check',
  name: '',
  nameEn: '',
  questions: [newQuestion(newKey())],
  tagKinds: [],
  minAge: null,
  fromOn: '',
  toOn: '',
});

/** Opens a version to be edited; a shipped one has no version of the community's own to build on. */
export const draftOfVersion = (version: QuestionSetVersion): SetDraft => ({
  setKey: version.setKey,
  baseVersion: version.id === null ? null : version.setVersion,
  kind: version.kind,
  name: version.name,
  nameEn: version.nameEn ?? '',
  questions: version.questions,
  tagKinds: version.audience.tagKinds,
  minAge: version.audience.minAge,
  fromOn: version.fromOn ?? '',
  toOn: version.toOn ?? '',
});

/** Begins another set with what one asks. */
export const copyOfVersion = (version: QuestionSetVersion, name: string): SetDraft => ({
  ...draftOfVersion(version),
  setKey: null,
  baseVersion: null,
  name,
});

/** Lists what is still wrong with a set; `former` is all that its versions asked before. */
export const draftProblems = (draft: SetDraft, former: readonly Question[]): readonly DraftProblem[] => {
  const { audience, ...set } = toQuestionSetDraft(draft);
  const missing = draft.questions.flatMap(({ label, options }, at): readonly DraftProblem[] => [
    ...(label.zh.trim() === '' ? [{ at, problem: 'labelMissing' } as const] : []),
    ...((options ?? []).some((option) => option.label.zh.trim() === '')
      ? [{ at, problem: 'optionLabelMissing' } as const]
      : []),
  ]);
  return [
    ...(set.name === '' ? [{ at: -1, problem: 'nameMissing' } as const] : []),
    ...(draft.questions.length === 0 ? [{ at: -1, problem: 'noQuestions' } as const] : []),
    ...missing,
    ...checkQuestionSet({ ...set, audience }, former),
  ];
};

/** Writes a draft as the server takes it. */
export const toQuestionSetDraft = (draft: SetDraft): QuestionSetDraft => ({
  setKey: draft.setKey,
  baseVersion: draft.baseVersion,
  kind: draft.kind,
  name: draft.name.trim(),
  nameEn: draft.nameEn.trim() || null,
  questions: draft.questions.map(trimmed),
  audience: { tagKinds: [...draft.tagKinds], minAge: draft.minAge },
  fromOn: draft.fromOn || null,
  toOn: draft.toOn || null,
});

const trimmed = (question: Question): Question => {
  const { hint, unit, options, ...rest } = question;
  const words = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh: zh.trim(), en: en.trim() });
  return {
    ...rest,
    label: words(question.label),
    ...(hint === undefined || hint.zh.trim() === '' ? {} : { hint: words(hint) }),
    ...(unit === undefined || unit.zh.trim() === '' ? {} : { unit: words(unit) }),
    ...(options === undefined ? {} : { options: options.map(({ value, label }) => ({ value, label: words(label) })) }),
  };
};
