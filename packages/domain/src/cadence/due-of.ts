import { addDays, type CivilDate, daysBetween } from '../kernel/civil-date.ts';
import type { CadencePerson, CadenceRule } from './cadence-rule.ts';
import { type FormerMember, firstChangeAfter, type MajorChange } from './major-change.ts';
import { type CadenceReason, matchedCadences } from './matched-cadences.ts';

/** Is what decides when a household is visited next. Voided and corrected visits are left out before. */
export interface DueHousehold {
  /** Who lives there now. The dead and those who left are not among them. */
  readonly people: readonly CadencePerson[];
  readonly former: readonly FormerMember[];
  /** When somebody was last met there, at the door or by telephone. */
  readonly metOn: CivilDate | null;
  readonly refusedOn: CivilDate | null;
  /** When the door was last found vacant or its people gone. */
  readonly goneOn: CivilDate | null;
}

/** Is a visit that is due, nearly due, or late. Late is said of the visit, never of a worker. */
export interface Due {
  readonly state: 'overdue' | 'due' | 'soon';
  /** Null when nobody was ever met there: then it is due, and never late. */
  readonly dueOn: CivilDate | null;
  readonly everyDays: number;
  /** Why, the strictest first. */
  readonly reasons: readonly CadenceReason[];
  readonly change: MajorChange | null;
  /** When the household last gave an answer. */
  readonly answeredOn: CivilDate | null;
}

/** Tells when a household is to be visited and why; null while there is time, and where nobody lives any more. */
export const dueOf = (household: DueHousehold, cadences: readonly CadenceRule[], today: CivilDate): Due | null => {
  const { people, former, metOn, refusedOn, goneOn } = household;
  // A refusal is an answer: whoever gave it is left in peace until the next turn.
  const answeredOn = later(metOn, refusedOn);
  if (goneOn !== null && (answeredOn === null || goneOn > answeredOn)) return null;
  if (people.length === 0 && former.length > 0) return null;
  const reasons = matchedCadences(cadences, people, today);
  const strictest = reasons[0];
  if (strictest === undefined) return null;
  const { everyDays } = strictest.cadence;
  const told = { everyDays, reasons, answeredOn };
  if (answeredOn === null) return { ...told, state: 'due', dueOn: null, change: null };
  const byTurn = dueByTurn(answeredOn, everyDays, today);
  const byChange = dueByChange(household, { answeredOn, reasons }, today);
  const first = byChange !== null && (byTurn === null || byChange.dueOn <= byTurn.dueOn) ? byChange : byTurn;
  return first === null ? null : { ...told, ...first };
};

type Reckoned = Pick<Due, 'state' | 'change'> & { readonly dueOn: CivilDate };

/** A tenth of the turn may pass before it is called late: a week has no slack, a quarter has nine days. */
const graceOf = (everyDays: number): number => Math.floor(everyDays / 10);

/** A seventh of the turn before, at most a week, it may be done on the way. */
const leadOf = (everyDays: number): number => Math.min(7, Math.floor(everyDays / 7));

const dueByTurn = (answeredOn: CivilDate, everyDays: number, today: CivilDate): Reckoned | null => {
  const dueOn = addDays(answeredOn, everyDays);
  const past = daysBetween(dueOn, today);
  if (past < -leadOf(everyDays)) return null;
  const state = past < 0 ? 'soon' : past > graceOf(everyDays) ? 'overdue' : 'due';
  return { state, dueOn, change: null };
};

const dueByChange = (
  { people, former }: DueHousehold,
  { answeredOn, reasons }: { readonly answeredOn: CivilDate; readonly reasons: readonly CadenceReason[] },
  today: CivilDate,
): Reckoned | null => {
  const within = Math.min(...reasons.map(({ cadence }) => cadence.afterChangeDays ?? Number.POSITIVE_INFINITY));
  const change = Number.isFinite(within) ? firstChangeAfter(answeredOn, people, former) : null;
  if (change === null || change.on > today) return null;
  const dueOn = addDays(change.on, within);
  return { state: dueOn < today ? 'overdue' : 'due', dueOn, change };
};

const later = (a: CivilDate | null, b: CivilDate | null): CivilDate | null => {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
};
