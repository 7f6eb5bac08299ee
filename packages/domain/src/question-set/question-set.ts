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
import { questionsSchema } from './question.ts';

/** Lists the kinds of question sets: a check of how a household stands, or a campaign with a beginning and an end. */
export const questionSetKind = {
  name: 'questionSetKind',
  standard: '本系统',
  entries: [
    { code: 'check', zh: '核对', en: 'check' },
    { code: 'campaign', zh: '宣传活动', en: 'campaign' },
  ],
} as const satisfies CodeList;

/** Says whom a set is for: everybody, or households with somebody in one of the groups, from an age on. */
export const audienceSchema = z.strictObject({
  tagKinds: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(30)),
  minAge: z.nullable(z.int().check(z.gte(0), z.lte(130))),
});

/** Declares one version of a question set. What it asks never changes: an edit is a new version with the same `setKey`, and the newest counts; only whether it is asked at all is switched. */
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

/** Is one version of a question set. */
export type QuestionSet = RecordOf<typeof questionSet>;
/** Says whom a set is for. */
export type Audience = z.infer<typeof audienceSchema>;
