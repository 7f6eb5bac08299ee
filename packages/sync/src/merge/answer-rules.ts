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
import { type Standing, standing } from './standing.ts';
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
  if (sheet.fields.dwellingId !== textOf(visit, 'dwellingId')) return refuse('invalid', 'dwellingId');
  const home = yield* homeOf(sheet, visit);
  if (home === null) return refuse('invalid', 'householdId');
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
  const fields = { ...sheet.fields, householdId: textOf(visit, 'householdId'), answers: checked.value };
  return yield* makeSheet(context, { id: sheet.id, fields }, { visit, home });
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

/** Finds the household that answered; null when it is not the visit's. One was merged with the other when the visit or only its answers were offline. */
function* homeOf({ fields }: NewRecord, visit: StoredRow): Reading<Standing | undefined | null> {
  const [told, visited] = [fields.householdId ?? null, textOf(visit, 'householdId')];
  if (told === null || visited === null) return told === visited ? undefined : null;
  if (told === visited) {
    const row = yield* readRow('household', visited);
    return row === undefined ? undefined : { row, since: Number.NEGATIVE_INFINITY };
  }
  const home = yield* standing('household', visited);
  const meant = yield* standing('household', String(told));
  return meant !== undefined && meant.row.id === home?.row.id ? meant : null;
}

function* makeSheet(
  context: MutationContext,
  record: NewRecord,
  { visit, home }: { readonly visit: StoredRow; readonly home: Standing | undefined },
): Reading<Decision> {
  const dwelling = yield* readRow('dwelling', String(visit.fields.dwellingId));
  if (dwelling === undefined) return refuse('notFound', 'dwellingId');
  const sheet = createRow(context, record, {
    table: 'answerSheet',
    buckets: visit.buckets,
    server: { answeredAt: context.eventAt },
  });
  return isRefusal(sheet) ? sheet : write([sheet], [placeOf(context, dwelling, home).subject]);
}
