import * as z from 'zod/mini';
import {
  type CodeList,
  day,
  flag,
  reference,
  requiredCode,
  requiredText,
  structured,
  text,
  wholeNumber,
} from '../kernel/field.ts';
import type { Json } from '../kernel/json.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists the kinds of question sets: a check of how a household stands, or a campaign with a beginning and an end. */
export const questionSetKind = {
  name: 'questionSetKind',
  standard: '本系统',
  entries: [
    { code: 'check', zh: '核对', en: 'check' },
    { code: 'campaign', zh: '宣传活动', en: 'campaign' },
  ],
} as const satisfies CodeList;

/** Lists the types of questions. A tally is an increment: the totals of several phones add up. */
export const questionTypes = ['yesNo', 'choice', 'multi', 'number', 'date', 'text', 'tally'] as const;

const key = z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));
const words = z.string().check(z.minLength(1), z.maxLength(100));
const label = z.strictObject({ zh: words, en: z.string().check(z.maxLength(100)) });

/** Is one question. `when` shows it only where an earlier one was answered with one of the values. */
export const questionSchema = z.strictObject({
  key,
  type: z.enum(questionTypes),
  label,
  options: z.optional(z.array(z.strictObject({ value: key, label })).check(z.minLength(1), z.maxLength(30))),
  when: z.optional(
    z.strictObject({
      key,
      isOneOf: z.array(z.union([z.string(), z.boolean()])).check(z.minLength(1), z.maxLength(30)),
    }),
  ),
  /** What is counted, for numbers and tallies: 张, 份, 人. */
  unit: z.optional(z.strictObject({ zh: z.string().check(z.maxLength(10)), en: z.string().check(z.maxLength(20)) })),
});

/** Says whom a set is for: everybody, or households with somebody in one of the groups, from an age on. */
export const audienceSchema = z.strictObject({
  tagKinds: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(30)),
  minAge: z.nullable(z.int().check(z.gte(0), z.lte(130))),
});

/** Declares one version of a question set. A version never changes; an edit is a new version with the same `setKey`, and the old one ends. */
export const questionSet = defineRecord({
  name: 'questionSet',
  label: { zh: '问题表', en: 'question set' },
  placing: 'community',
  appendOnly: false,
  governance: null,
  fields: {
    /** Stable over versions; a shipped preset keeps its own. */
    setKey: requiredText('标识', 'key', { merge: 'fixed', max: 60 }),
    setVersion: wholeNumber('版本', 'version', { merge: 'fixed', min: 1 }),
    replacesId: reference('取代', 'replaces', 'questionSet'),
    kind: requiredCode('类别', 'kind', questionSetKind, { merge: 'fixed' }),
    name: requiredText('名称', 'name', { merge: 'fixed', max: 60 }),
    nameEn: text('英文名称', 'English name', { merge: 'fixed', max: 60 }),
    questions: structured<Json>(
      '问题',
      'questions',
      z.custom<Json>((value) => questionsSchema.safeParse(value).success),
      {
        merge: 'fixed',
      },
    ),
    audience: structured<Json>(
      '问谁',
      'audience',
      z.custom<Json>((value) => audienceSchema.safeParse(value).success),
      {
        merge: 'fixed',
      },
    ),
    fromOn: day('开始', 'from', { merge: 'fixed' }),
    toOn: day('结束', 'to', { merge: 'server' }),
    isActive: flag('启用', 'active', { merge: 'server' }),
  },
});

/** Is the list of questions of one version, at most forty. */
export const questionsSchema = z.array(questionSchema).check(z.minLength(1), z.maxLength(40));

/** Is one version of a question set. */
export type QuestionSet = RecordOf<typeof questionSet>;
/** Is one question. */
export type Question = z.infer<typeof questionSchema>;
/** Is the type of a question. */
export type QuestionType = Question['type'];
/** Says whom a set is for. */
export type Audience = z.infer<typeof audienceSchema>;
