import type { Label } from '../kernel/field.ts';
import { type Question, questionsSchema } from './question.ts';
import { type Audience, audienceSchema, type QuestionSet } from './question-set.ts';

/** Is one version of a question set as it is asked: a shipped preset, which has no row, or a version of the community's own. */
export interface AskedSet {
  /** The row of the version; null for a shipped preset. */
  readonly questionSetId: string | null;
  readonly setKey: string;
  readonly setVersion: number;
  readonly kind: QuestionSet['kind'];
  readonly name: Label;
  readonly questions: readonly Question[];
  readonly audience: Audience;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly isActive: boolean;
}

/** Reads a stored version; undefined when its questions are in a form that this app does not know yet. */
export const toAskedSet = (set: QuestionSet): AskedSet | undefined => {
  const questions = questionsSchema.safeParse(set.questions);
  const audience = audienceSchema.safeParse(set.audience);
  if (!questions.success || !audience.success) return undefined;
  const { id, setKey, kind, name, nameEn, fromOn, toOn } = set;
  return {
    questionSetId: id,
    setKey,
    setVersion: set.setVersion ?? 1,
    kind,
    name: { zh: name, en: nameEn ?? '' },
    questions: questions.data,
    audience: audience.data,
    fromOn,
    toOn,
    isActive: set.isActive === true,
  };
};
