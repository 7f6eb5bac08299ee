import {
  type AskedSet,
  checkQuestionSet,
  hasOptions,
  type Question,
  type QuestionSetProblem,
  type QuestionType,
} from '@lianxin/domain';
import type { QuestionSetDraft, QuestionSetVersion } from '@lianxin/protocol';

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

/** Makes a question that asks nothing yet. */
export const newQuestion = (key: string): Question => ({ key, type: 'yesNo', label: { zh: '', en: '' } });

/** Changes one question. */
export const withQuestion = (draft: SetDraft, at: number, question: Question): SetDraft => ({
  ...draft,
  questions: draft.questions.map((one, index) => (index === at ? question : one)),
});

/** Takes a question out, and with it what other questions make of its answer. */
export const withoutQuestion = (draft: SetDraft, at: number): SetDraft => {
  const gone = draft.questions[at]?.key;
  const questions = draft.questions
    .filter((_, index) => index !== at)
    .map((question) => (question.when?.key === gone ? withoutWhen(question) : question));
  return { ...draft, questions };
};

/** Moves a question one place up or down. */
export const withMoved = (draft: SetDraft, at: number, by: 1 | -1): SetDraft => {
  const questions = [...draft.questions];
  const [moved] = questions.splice(at, 1);
  if (moved !== undefined) questions.splice(at + by, 0, moved);
  return { ...draft, questions };
};

/** Is what a question that is answered in another way needs: all that was asked before, and a new key. */
export interface TypeChange {
  readonly type: QuestionType;
  readonly former: readonly Question[];
  readonly newKey: () => string;
}

/** Lets a question be answered in another way. What was answered before stays in a column of its own, so such a question gets a new key. */
export const withType = (draft: SetDraft, at: number, { type, former, newKey }: TypeChange): SetDraft => {
  const question = draft.questions[at];
  if (question === undefined) return draft;
  const wasAsked = former.some((one) => one.key === question.key && one.type !== type);
  const key = wasAsked ? newKey() : question.key;
  const { options = [newOption(newKey()), newOption(newKey())], unit, ...rest } = question;
  const next: Question = {
    ...rest,
    key,
    type,
    ...(hasOptions(type) ? { options } : {}),
    ...((type === 'number' || type === 'tally') && unit !== undefined ? { unit } : {}),
  };
  const questions = draft.questions.map((one, index) => {
    if (index === at) return next;
    return one.when?.key === question.key ? withoutWhen(one) : one;
  });
  return { ...draft, questions };
};

/** Makes an option that says nothing yet. */
export const newOption = (value: string) => ({ value, label: { zh: '', en: '' } });

/** Lets a question always be asked. */
export const withoutWhen = ({ when: _, ...question }: Question): Question => question;

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
