import {
  type Answers,
  type AskedSet,
  answersSchema,
  isSameJson,
  keepAnswerable,
  questionPreset,
  toAskedSet,
} from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import type { VisitRecord } from '../reading/door-state.ts';
import { type RecordsByName, readRecord, readRecordsBy } from '../reading/read-record.ts';
import { tellVisit } from '../reading/visit-timeline.ts';

/** Is one answered sheet with the version that was asked. */
export interface ReadSheet {
  readonly id: string;
  readonly set: AskedSet;
  readonly answers: Answers;
}

/** Is what was answered the last time. */
export interface LastAnswers {
  readonly answers: Answers;
  /** When the visit was made. */
  readonly at: number;
}

/** Says whose last answers are asked for: those given before a moment, of a household or of a door without one. */
export interface AskedPlace {
  readonly dwellingId: string;
  readonly householdId: string | null;
  readonly before?: number;
}

/** Reads the sheets of one visit, in the words of the versions that were asked. */
export const sheetsOfVisit = (view: RowView, visitId: string): readonly ReadSheet[] =>
  readRecordsBy(view, 'answerSheet', { field: 'visitId', to: visitId }).flatMap((sheet) => {
    const set = versionOf(view, sheet);
    return set === undefined ? [] : [{ id: sheet.id, set, answers: answersOf(sheet) }];
  });

/** Tells what a household or an empty door answered the last time, as far as it can be answered again today; what is counted is counted anew. */
export const lastAnswers = (
  view: RowView,
  set: AskedSet,
  { dwellingId, householdId, before = Number.POSITIVE_INFINITY }: AskedPlace,
): LastAnswers | null => {
  const place =
    householdId === null ? { field: 'dwellingId', to: dwellingId } : { field: 'householdId', to: householdId };
  const questions = set.questions.filter(({ type }) => type !== 'tally');
  const found = readRecordsBy(view, 'answerSheet', place)
    .filter((sheet) => sheet.setKey === set.setKey && sheet.householdId === householdId)
    .flatMap((sheet) => {
      const visit = readRecord(view, 'visit', sheet.visitId);
      const counts = visit !== undefined && tellVisit(view, visit).state === 'counts';
      return counts ? [{ answers: keepAnswerable(questions, answersOf(sheet)), at: visit.visitedAt ?? 0 }] : [];
    })
    .filter(({ answers, at }) => at < before && Object.keys(answers).length > 0)
    .sort((a, b) => b.at - a.at);
  return found[0] ?? null;
};

/** Lists the sheets that go along when a visit was at another door. One that only confirmed what was known of the wrong door says nothing of the right one. */
export const movingSheets = (
  view: RowView,
  visit: VisitRecord,
): readonly (AskedSet & { readonly answers: Answers })[] => {
  const { dwellingId, householdId, visitedAt } = visit;
  return sheetsOfVisit(view, visit.id).flatMap(({ set, answers }) => {
    const before = lastAnswers(view, set, { dwellingId, householdId, before: visitedAt ?? 0 });
    return before !== null && isSameJson(before.answers, answers) ? [] : [{ ...set, answers }];
  });
};

const versionOf = (view: RowView, sheet: RecordsByName['answerSheet']): AskedSet | undefined => {
  if (sheet.questionSetId === null) return questionPreset(sheet.setKey);
  const row = readRecord(view, 'questionSet', sheet.questionSetId);
  return row === undefined ? undefined : toAskedSet(row);
};

const answersOf = (sheet: RecordsByName['answerSheet']): Answers => {
  const answers = answersSchema.safeParse(sheet.answers);
  return answers.success ? answers.data : {};
};
