import { needKind, needState, visitOutcome, visitWay } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { answersInWords, writtenWords } from '../../storage/questions/answer-words.ts';
import { sheetsOfVisit } from '../../storage/questions/read-sheets.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';
import type { TimelineVisit } from '../../storage/reading/visit-timeline.ts';
import { changeFacts } from './visit-changes.ts';

interface VisitFact {
  readonly key: string;
  readonly term: string;
  readonly detail: string;
}

const words = t.visit.page;

const doorOf = (view: RowView, dwellingId: string | undefined): string => {
  const dwelling = readRecord(view, 'dwelling', dwellingId ?? '');
  return dwelling === undefined ? '' : doorName(view, dwelling);
};

/** Whether a visit counts, and if not, what took its place. */
const standingWords = (view: RowView, { state, replacedBy }: TimelineVisit): string => {
  if (state === 'counts') return words.counts;
  if (state === 'voided') return t.register.household.voided(replacedBy?.visitorName ?? '');
  return t.register.household.correctedTo(doorOf(view, replacedBy?.dwellingId));
};

const whenWords = ({ visit }: TimelineVisit): string =>
  [
    visit.visitedAt === null ? null : t.dates.moment(visit.visitedAt, systemClock.now()),
    visit.isLateEntry === true && t.register.household.lateEntry,
    visit.hasClockSkew === true && t.register.household.clockSkew,
  ]
    .filter(Boolean)
    .join(' · ');

const unchangedWords = (unchanged: boolean | null): string | null => {
  if (unchanged === null) return null;
  return unchanged ? t.visit.unchanged : t.visit.changed;
};

const needWords = (view: RowView, visitId: string): string =>
  t.ui.join.list(
    readRecordsBy(view, 'need', { field: 'raisedByVisitId', to: visitId }).map(
      (need) => `${codeLabel(needKind, need.kind)} (${codeLabel(needState, need.state)})`,
    ),
  );

const answerFacts = (view: RowView, visitId: string) =>
  sheetsOfVisit(view, visitId).map(
    ({ id, set, answers }) => [id, writtenWords(set.name), answersInWords(set.questions, answers)] as const,
  );

/** Lists what was written down of a visit; what nobody wrote is left out. */
export const visitFacts = (view: RowView, told: TimelineVisit): readonly VisitFact[] => {
  const { visit, replacedBy, corrects } = told;
  const facts: readonly (readonly [string, string, string | null | undefined])[] = [
    ['outcome', words.outcome, codeLabel(visitOutcome, visit.outcome)],
    ['way', words.way, codeLabel(visitWay, visit.way)],
    ['when', words.when, whenWords(told)],
    ['household', words.household, readRecord(view, 'household', visit.householdId ?? '')?.roomLabel],
    ['who', words.who, visit.visitorName],
    ['unchanged', words.unchanged, unchangedWords(visit.unchanged)],
    ['note', words.note, visit.note],
    ['needs', words.needs, needWords(view, visit.id)],
    ['corrects', t.visit.wrongDoor, corrects && t.register.household.correctedFrom(doorOf(view, corrects.dwellingId))],
    ['state', words.state, standingWords(view, told)],
    ['reason', words.reason, replacedBy?.reason],
  ];
  return [...facts, ...changeFacts(view, visit.id), ...answerFacts(view, visit.id)].flatMap(([key, term, detail]) =>
    detail ? [{ key, term, detail }] : [],
  );
};
