import { type CivilDate, civilDateAt, dayMs, effectiveVisits, startOfDay, type Visit } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import type { VisitRecord } from '../door-state.ts';
import type { NeedRecord } from '../need-list.ts';
import { readAllRecords, readRecord } from '../read-record.ts';
import { groupBy } from './group-by.ts';

/** Who keeps a log and for which day. */
export interface LogOf {
  readonly accountId: string;
  readonly name: string;
  readonly day: CivilDate;
  readonly today: CivilDate;
}

/** How often something came up. */
export interface Tally<K> {
  readonly key: K;
  readonly count: number;
}

/** A day in numbers: households and cases, nothing that names or locates anybody. */
export interface DailyLog {
  /** Each household once, however often its door was knocked at. */
  readonly households: number;
  readonly outcomes: readonly Tally<Visit['outcome']>[];
  /** Buildings and village groups. */
  readonly places: number;
  readonly late: number;
  readonly phone: number;
  readonly needs: number;
  readonly needKinds: readonly Tally<NeedRecord['kind']>[];
  readonly solved: number;
  readonly passedOn: number;
  readonly told: number;
}

const isOn = (at: number | null, day: CivilDate): boolean => {
  const start = startOfDay(day);
  return at !== null && at >= start && at < start + dayMs;
};

/** One household counts once: as met if somebody was met, else by the last answer. */
const outcomeOf = (visits: readonly VisitRecord[]): Visit['outcome'] =>
  visits.find(({ outcome }) => outcome === 'met')?.outcome ?? visits[0]?.outcome ?? 'noAnswer';

const tallyOf = <K>(keys: readonly K[]): readonly Tally<K>[] =>
  [...groupBy(keys, (key) => key)].map(([key, all]) => ({ key, count: all.length })).sort((a, b) => b.count - a.count);

/** The visits that somebody made on a day and that count. A void may come a day later, so all are looked at. */
const visitsOn = (view: RowView, { accountId, day }: LogOf): readonly VisitRecord[] =>
  effectiveVisits(readAllRecords(view, 'visit')).filter(
    ({ visitedBy, visitedAt }) => visitedBy === accountId && isOn(visitedAt, day),
  );

/** Solved on the day on which it was heard. When something was done without a word to anybody is only known on the day itself. */
const isSolved = ({ state, answeredAt }: NeedRecord, { day, today }: LogOf): boolean =>
  isOn(answeredAt, day) || (state === 'done' && day === today);

const placeOf = (view: RowView, { dwellingId }: VisitRecord): string => {
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  const unit = dwelling === undefined ? undefined : readRecord(view, 'unit', dwelling.unitId);
  return (unit?.kind === 'entrance' ? unit.parentId : unit?.id) ?? dwellingId;
};

/** Makes the log of a day out of what somebody recorded on this phone. */
export const readDailyLog = (view: RowView, of: LogOf): DailyLog => {
  const visits = visitsOn(view, of);
  const homes = groupBy(visits, ({ householdId, dwellingId }) => householdId ?? dwellingId);
  const ids = new Set(visits.map(({ id }) => id));
  const all = readAllRecords(view, 'need');
  // A need without a visit tells of whom it came from only by their name: of two workers called the same, each counts it.
  const needs = all.filter(
    ({ raisedAt, raisedByVisitId, raisedByName }) =>
      isOn(raisedAt, of.day) && (raisedByVisitId === null ? raisedByName === of.name : ids.has(raisedByVisitId)),
  );
  const solved = needs.filter((need) => isSolved(need, of)).length;
  return {
    households: homes.size,
    outcomes: tallyOf([...homes.values()].map(outcomeOf)),
    places: new Set(visits.map((visit) => placeOf(view, visit))).size,
    late: visits.filter(({ isLateEntry }) => isLateEntry === true).length,
    phone: visits.filter(({ way }) => way === 'phone').length,
    needs: needs.length,
    needKinds: tallyOf(needs.map(({ kind }) => kind)),
    solved,
    passedOn: needs.length - solved,
    told: all.filter(({ answeredAt }) => isOn(answeredAt, of.day)).length,
  };
};

/** The days before which there is nothing to look up: the first visit that somebody recorded here. */
export const firstLogDay = (view: RowView, accountId: string): CivilDate | null => {
  const moments = readAllRecords(view, 'visit').flatMap(({ visitedBy, visitedAt }) =>
    visitedBy === accountId && visitedAt !== null ? [visitedAt] : [],
  );
  return moments.length === 0 ? null : civilDateAt(moments.reduce((a, b) => Math.min(a, b)));
};
