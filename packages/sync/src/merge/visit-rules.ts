import type { MutationArguments } from '@lianxin/protocol';
import { alreadyExists, createRow, deleteRow, isRefusal } from './create-row.ts';
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

/** Logs a visit and the needs heard at it. A void takes back the needs that nobody has worked on. */
export function* logVisit(context: MutationContext, args: MutationArguments['visit.log']): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('visit', args.visit.id));
  if (taken !== null) return taken;
  const dwelling = yield* readRow('dwelling', String(args.visit.fields.dwellingId));
  if (dwelling === undefined || dwelling.deleted) return refuse('notFound', 'dwellingId');
  const visit = createRow(context, args.visit, {
    table: 'visit',
    buckets: dwelling.buckets,
    server: visitFacts(context, args.visit.fields),
  });
  if (isRefusal(visit)) return visit;
  const household = textOf(visit, 'householdId');
  if (household !== null && (yield* readRow('household', household)) === undefined)
    return refuse('notFound', 'householdId');
  const needs: StoredRow[] = [];
  for (const raised of args.needs) {
    const need = createRow(context, raised, { table: 'need', buckets: dwelling.buckets, server: needFacts(context) });
    if (isRefusal(need)) return need;
    needs.push(need);
  }
  const takenBack = yield* needsOfVoided(context, visit);
  if (takenBack === undefined) return refuse('notFound', 'voidOf');
  return write([visit, ...needs, ...takenBack], [dwelling.buckets]);
}

/** Raises a need without a visit. */
export function* raiseNeed(context: MutationContext, args: MutationArguments['need.raise']): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('need', args.need.id));
  if (taken !== null) return taken;
  const dwelling = yield* readRow('dwelling', String(args.need.fields.dwellingId));
  if (dwelling === undefined || dwelling.deleted) return refuse('notFound', 'dwellingId');
  const need = createRow(context, args.need, { table: 'need', buckets: dwelling.buckets, server: needFacts(context) });
  return isRefusal(need) ? need : write([need], [dwelling.buckets]);
}

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

function* needsOfVoided(context: MutationContext, visit: StoredRow): Reading<readonly StoredRow[] | undefined> {
  const replaced = textOf(visit, 'corrects') ?? textOf(visit, 'voidOf');
  if (replaced === null) return [];
  if ((yield* readRow('visit', replaced)) === undefined) return undefined;
  if (textOf(visit, 'voidOf') === null) return [];
  const raised = yield* readRowsBy('need', 'raisedByVisitId', replaced);
  return raised.filter((need) => need.fields.state === 'open').map((need) => deleteRow(context, need));
}
