import { answersSchema, checkAnswers, type Question, questionPreset, questionsSchema } from '@lianxin/domain';
import type { MutationArguments, NewRecord } from '@lianxin/protocol';
import { alreadyExists, createRow, isRefusal } from './create-row.ts';
import {
  type Decision,
  type MutationContext,
  type Reading,
  readRow,
  readRowsBy,
  refuse,
  type StoredRow,
  textOf,
  write,
} from './row.ts';
import { placeOf } from './visit-rules.ts';

/** Keeps the answers to a question set at a visit. They lie where the visit lies and count as long as it counts. */
export function* giveAnswers(
  context: MutationContext,
  { sheet }: MutationArguments['answers.give'],
): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('answerSheet', sheet.id));
  if (taken !== null) return taken;
  const visit = yield* readRow('visit', String(sheet.fields.visitId));
  if (visit === undefined || visit.deleted) return refuse('notFound', 'visitId');
  // Whoever voids a visit asks nobody anything.
  if (textOf(visit, 'voidOf') !== null) return refuse('invalid', 'visitId');
  for (const field of ['dwellingId', 'householdId'])
    if ((sheet.fields[field] ?? null) !== textOf(visit, field)) return refuse('invalid', field);
  const questions = yield* askedQuestions(sheet);
  if (!Array.isArray(questions)) return questions;
  const answers = answersSchema.safeParse(sheet.fields.answers);
  const checked = answers.success ? checkAnswers(questions, answers.data) : null;
  if (checked === null) return refuse('invalid', 'answers');
  if (!checked.ok) return refuse('invalid', `answers.${checked.error.key}`);
  if (Object.keys(checked.value).length === 0) return refuse('invalid', 'answers');
  const sameSet = (row: StoredRow): boolean => row.fields.setKey === sheet.fields.setKey;
  // One sheet of a set at a visit: a second one would count its posters twice.
  if ((yield* readRowsBy('answerSheet', 'visitId', visit.id)).some(sameSet)) return refuse('alreadyExists', 'setKey');
  return yield* makeSheet(context, { id: sheet.id, fields: { ...sheet.fields, answers: checked.value } }, visit);
}

/** Finds the questions that were asked. A version that is switched off or replaced by now was in force on the phone that asked. */
function* askedQuestions({ fields }: NewRecord): Reading<Question[] | Decision> {
  const { questionSetId = null, setKey } = fields;
  if (questionSetId === null) {
    const preset = questionPreset(String(setKey));
    return preset === undefined ? refuse('notFound', 'setKey') : [...preset.questions];
  }
  const version = yield* readRow('questionSet', String(questionSetId));
  if (version === undefined || version.deleted) return refuse('notFound', 'questionSetId');
  if (version.fields.setKey !== setKey) return refuse('invalid', 'setKey');
  const questions = questionsSchema.safeParse(version.fields.questions);
  return questions.success ? questions.data : refuse('invalid', 'questionSetId');
}

function* makeSheet(context: MutationContext, record: NewRecord, visit: StoredRow): Reading<Decision> {
  const dwelling = yield* readRow('dwelling', String(visit.fields.dwellingId));
  if (dwelling === undefined) return refuse('notFound', 'dwellingId');
  const householdId = textOf(visit, 'householdId');
  const household = householdId === null ? undefined : yield* readRow('household', householdId);
  const sheet = createRow(context, record, {
    table: 'answerSheet',
    buckets: visit.buckets,
    server: { answeredAt: context.eventAt },
  });
  return isRefusal(sheet) ? sheet : write([sheet], [placeOf(context, dwelling, household).subject]);
}
