import * as z from 'zod/mini';

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
  /** Stands under the question: what to do with the answer. */
  hint: z.optional(label),
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

/** Is the list of questions of one version, at most forty. */
export const questionsSchema = z.array(questionSchema).check(z.minLength(1), z.maxLength(40));

/** Is one question. */
export type Question = z.infer<typeof questionSchema>;
/** Is the type of a question. */
export type QuestionType = Question['type'];
/** Is the condition under which a question is asked. */
export type QuestionCondition = NonNullable<Question['when']>;

/** Says whether a question is answered out of options of its own. */
export const hasOptions = (type: QuestionType): boolean => type === 'choice' || type === 'multi';

/** Lists what a later question may depend on: the values that can be pressed; empty for what is typed or counted. */
export const pressableValues = ({ type, options }: Question): readonly (string | boolean)[] => {
  if (type === 'yesNo') return [true, false];
  return hasOptions(type) ? (options ?? []).map(({ value }) => value) : [];
};
