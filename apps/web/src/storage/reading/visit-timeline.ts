import type { RowView } from '@lianxin/sync/client';
import type { VisitRecord } from './door-state.ts';
import { readRecord, readRecordsBy } from './read-record.ts';
import { householdsMergedInto } from './regroupings.ts';

/** A visit as the timeline tells it: whether it still counts, and if not, what took its place and why. */
export interface TimelineVisit {
  readonly visit: VisitRecord;
  readonly state: 'counts' | 'voided' | 'corrected';
  /** The void or the correction, where there is one. */
  readonly replacedBy: VisitRecord | null;
  /** The visit to a wrong door that this one stands for. */
  readonly corrects: VisitRecord | null;
}

/** Which visits are told: those to one household and to the door as a whole, or all to a door. */
export interface TimelineScope {
  readonly dwellingId: string;
  readonly householdId: string | null;
}

const visitsIn = (view: RowView, { dwellingId, householdId }: TimelineScope): readonly VisitRecord[] => {
  const here = readRecordsBy(view, 'visit', { field: 'dwellingId', to: dwellingId });
  if (householdId === null) return here;
  const own = householdsMergedInto(view, householdId).flatMap((id) =>
    readRecordsBy(view, 'visit', { field: 'householdId', to: id }),
  );
  return [...own, ...here.filter((visit) => visit.householdId === null)];
};

const stateOf = (replacedBy: VisitRecord | null, visit: VisitRecord): TimelineVisit['state'] => {
  if (replacedBy === null) return 'counts';
  return replacedBy.voidOf === visit.id ? 'voided' : 'corrected';
};

/** Tells one visit with what became of it. */
export const tellVisit = (view: RowView, visit: VisitRecord): TimelineVisit => {
  const voids = readRecordsBy(view, 'visit', { field: 'voidOf', to: visit.id });
  const corrections = readRecordsBy(view, 'visit', { field: 'corrects', to: visit.id });
  const replacedBy = corrections[0] ?? voids[0] ?? null;
  const corrects = visit.corrects === null ? null : (readRecord(view, 'visit', visit.corrects) ?? null);
  return { visit, state: stateOf(replacedBy, visit), replacedBy, corrects };
};

/** Tells the visits of a household or door, newest first. A void is told at the visit it voids, not as a visit. */
export const visitTimeline = (view: RowView, scope: TimelineScope): readonly TimelineVisit[] =>
  visitsIn(view, scope)
    .filter((visit) => visit.voidOf === null)
    .map((visit) => tellVisit(view, visit))
    .sort((a, b) => (b.visit.visitedAt ?? 0) - (a.visit.visitedAt ?? 0) || (a.visit.id < b.visit.id ? 1 : -1));
