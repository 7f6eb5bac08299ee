import * as z from 'zod/mini';
import { moment, reference, requiredReference, requiredText, structured } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import type { Json } from '../kernel/json.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

const answer = z.nullable(
  z.union([z.string().check(z.maxLength(2_000)), z.number(), z.boolean(), z.array(z.string().check(z.maxLength(40)))]),
);

/** Is the answers of one sheet by the keys of the questions. */
export const answersSchema = z.record(z.string().check(z.maxLength(40)), answer);

/** Declares the answers to one question set at one visit. Append-only like the visit: it counts as long as the visit counts. */
export const answerSheet = defineRecord({
  name: 'answerSheet',
  label: { zh: '答卷', en: 'answer sheet' },
  placing: 'grid',
  appendOnly: true,
  governance: { purpose: '核对住户情况,汇总宣传成果', legalBasis: 'duty', retainYears: 5 },
  fields: {
    visitId: requiredReference('走访', 'visit', 'visit'),
    dwellingId: requiredReference('房屋', 'dwelling', 'dwelling'),
    householdId: reference('住户', 'household', 'household'),
    /** The version that was asked; null for a shipped preset that the community has not changed. */
    questionSetId: reference('问题表', 'question set', 'questionSet'),
    setKey: requiredText('问题表标识', 'set key', { merge: 'fixed', max: 60 }),
    answers: structured<Json>(
      '回答',
      'answers',
      z.custom<Json>((value) => answersSchema.safeParse(value).success),
      {
        merge: 'fixed',
        sensitivity: 'personal',
        mask: 'omit',
      },
    ),
    answeredAt: moment('回答时间', 'answered at', { merge: 'server' }),
    ...governed,
  },
});

/** Is the answers to one question set at one visit. */
export type AnswerSheet = RecordOf<typeof answerSheet>;
/** Is the answers of one sheet. */
export type Answers = z.infer<typeof answersSchema>;
