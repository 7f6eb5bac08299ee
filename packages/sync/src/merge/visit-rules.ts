import type { Bucket, MutationArguments, NewRecord } from '@lianxin/protocol';
import { isSamePlace, uniteBuckets } from './buckets.ts';
import { alreadyExists, createRow, deleteRow, isRefusal } from './create-row.ts';
import {
  creationMark,
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
import { type Standing, standing, unlessStanding, withStanding } from './standing.ts';

/** Logs a visit and the needs heard at it. A void takes back the needs that nobody has worked on. */
export function* logVisit(context: MutationContext, args: MutationArguments['visit.log']): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('visit', args.visit.id));
  if (taken !== null) return taken;
  const dwelling = yield* readRow('dwelling', String(args.visit.fields.dwellingId));
  if (dwelling === undefined || dwelling.deleted) return refuse('notFound', 'dwellingId');
  const { householdId = null } = args.visit.fields;
  const home = householdId === null ? undefined : yield* standing('household', String(householdId));
  const gone = householdId === null ? null : unlessStanding(home, 'householdId', dwelling.buckets);
  if (gone !== null) return gone;
  const place = placeOf(context, dwelling, home);
  const visit = createRow(context, withStanding(args.visit, { householdId: home }), {
    table: 'visit',
    buckets: place.buckets,
    server: visitFacts(context, args.visit.fields),
  });
  if (isRefusal(visit)) return visit;
  const writes: StoredRow[] = [visit];
  const subjects: (readonly Bucket[])[] = [place.subject];
  for (const record of args.needs) {
    if (record.fields.dwellingId !== dwelling.id) return refuse('invalid', 'dwellingId');
    const raised = yield* makeNeed(context, record, dwelling);
    if (raised.type !== 'write') return raised;
    writes.push(...raised.writes);
    subjects.push(...raised.subjects);
  }
  const replaced = yield* replacedVisit(context, visit);
  if (replaced.type !== 'write') return replaced;
  return write([...writes, ...replaced.writes], [...subjects, ...replaced.subjects]);
}

/** Raises a need without a visit. */
export function* raiseNeed(context: MutationContext, args: MutationArguments['need.raise']): Reading<Decision> {
  const dwelling = yield* readRow('dwelling', String(args.need.fields.dwellingId));
  if (dwelling === undefined || dwelling.deleted) return refuse('notFound', 'dwellingId');
  return yield* makeNeed(context, args.need, dwelling);
}

/** Makes a need at a door. Whom it is about must be in the author's scope too, because a wish made of it shows their name and phone. */
function* makeNeed(context: MutationContext, record: NewRecord, dwelling: StoredRow): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('need', record.id));
  if (taken !== null) return taken;
  const { householdId = null, personId = null } = record.fields;
  const home = householdId === null ? undefined : yield* standing('household', String(householdId));
  const person = personId === null ? undefined : yield* standing('person', String(personId));
  const gone =
    (householdId === null ? null : unlessStanding(home, 'householdId', dwelling.buckets)) ??
    (personId === null ? null : unlessStanding(person, 'personId', dwelling.buckets));
  if (gone !== null) return gone;
  const place = placeOf(context, dwelling, home);
  const meant = withStanding(record, { householdId: home, personId: person });
  const need = createRow(context, meant, { table: 'need', buckets: place.buckets, server: needFacts(context) });
  if (isRefusal(need)) return need;
  // Somebody who lies where the need will lie is seen there only by those who see them anyway.
  const isThere = person === undefined || person.row.buckets.some((bucket) => place.buckets.includes(bucket));
  return write([need], isThere ? [place.subject] : [place.subject, person.row.buckets]);
}

/** Is where something seen at a door lies, and the grids of which its author must work in one. */
export interface WorkPlace {
  readonly buckets: readonly Bucket[];
  readonly subject: readonly Bucket[];
}

/**
 * What is written about a household lies where the household lies by now. One that moved, merged or was put back after it was written may still be told of
 * by whoever works at its old door; what they cannot have seen there is for the grid it lies in.
 */
export const placeOf = (context: MutationContext, dwelling: StoredRow, home: Standing | undefined): WorkPlace => {
  const household = home?.row;
  if (household === undefined || household.deleted || isSamePlace(dwelling, household))
    return { buckets: dwelling.buckets, subject: dwelling.buckets };
  const movedAt = household.marks['dwellingId']?.at ?? Number.NEGATIVE_INFINITY;
  const hasMovedSince = Math.max(movedAt, home?.since ?? movedAt) >= context.eventAt;
  return {
    buckets: household.buckets,
    subject: hasMovedSince ? uniteBuckets(dwelling.buckets, household.buckets) : household.buckets,
  };
};

/** A visit entered on the spot happened when the corrected clock says; a late entry keeps the time its author gave, never in the future. */
const visitFacts = (context: MutationContext, fields: Readonly<Record<string, unknown>>) => {
  const given =
    typeof fields.visitedAt === 'number' && fields.isLateEntry === true ? fields.visitedAt : context.eventAt;
  return {
    visitedAt: Math.min(given, context.receivedAt),
    hasClockSkew: context.hasClockSkew,
    visitedBy: context.userId,
    visitorName: context.userName,
    recordedAt: context.eventAt,
  };
};

const needFacts = (context: MutationContext) => ({ raisedAt: context.eventAt, raisedByName: context.userName });

/** Reads the visit that this one voids or corrects; its place is in question as much as the new one's. */
function* replacedVisit(context: MutationContext, visit: StoredRow): Reading<Decision> {
  for (const link of ['voidOf', 'corrects']) {
    const id = textOf(visit, link);
    if (id === null) continue;
    const old = yield* readRow('visit', id);
    if (old === undefined) return refuse('notFound', link);
    const raised = link === 'voidOf' ? yield* readRowsBy('need', 'raisedByVisitId', id) : [];
    const untouched = raised.filter((need) => need.fields.state === 'open' && !isWrittenInto(need));
    return write(
      untouched.map((need) => deleteRow(context, need)),
      [old.buckets, ...untouched.map((need) => need.buckets)],
    );
  }
  return write([], []);
}

/** What was written into a need since must not vanish with the visit: whoever voids it may not have seen it, also when it is their own from another phone. */
const isWrittenInto = (need: StoredRow): boolean => Object.keys(need.marks).some((field) => field !== creationMark);
