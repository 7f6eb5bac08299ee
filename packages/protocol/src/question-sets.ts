import { audienceSchema, idSchema, questionsSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Is a question set as an administrator edits it. */
export const questionSetDraftSchema = z.strictObject({
  setKey: z.nullable(z.string().check(z.maxLength(60))),
  /** The version that was edited, so that two administrators do not overwrite each other; null for a new set and an untouched preset. */
  baseVersion: z.nullable(z.int()),
  kind: z.enum(['check', 'campaign']),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  nameEn: z.nullable(z.string().check(z.maxLength(60))),
  questions: questionsSchema,
  audience: audienceSchema,
  fromOn: z.nullable(z.iso.date()),
  toOn: z.nullable(z.iso.date()),
});

/** Is one version as the desk lists it; `id` is null for an untouched preset. */
export const questionSetVersionSchema = z.object({
  id: z.nullable(idSchema),
  setKey: z.string(),
  setVersion: z.int(),
  kind: z.enum(['check', 'campaign']),
  name: z.string(),
  nameEn: z.nullable(z.string()),
  questions: questionsSchema,
  audience: audienceSchema,
  fromOn: z.nullable(z.string()),
  toOn: z.nullable(z.string()),
  isActive: z.boolean(),
  isPreset: z.boolean(),
  /** How many answer sheets this version has, without those of voided visits. */
  sheets: z.int(),
  /** The sums of its tallies by key. */
  totals: z.record(z.string(), z.number()),
});

/** Asks for the question sets of a community. */
export const questionSetsQuerySchema = z.object({ community: idSchema });

/** Lists every version of every set, the newest of each set first. */
export const questionSetsAnswerSchema = z.object({ sets: z.array(questionSetVersionSchema) });

/** Saves a new version. */
export const saveQuestionSetSchema = z.strictObject({ community: idSchema, set: questionSetDraftSchema });

/** Ends a set, or begins it again. */
export const endQuestionSetSchema = z.strictObject({
  community: idSchema,
  setKey: z.string().check(z.maxLength(60)),
  isActive: z.boolean(),
});

/** Is a question set as an administrator edits it. */
export type QuestionSetDraft = z.infer<typeof questionSetDraftSchema>;
/** Is one version of a set. */
export type QuestionSetVersion = z.infer<typeof questionSetVersionSchema>;
/** Lists sets. */
export type QuestionSetsAnswer = z.infer<typeof questionSetsAnswerSchema>;
