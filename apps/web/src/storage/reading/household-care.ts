import {
  type CadenceReason,
  type CadenceRule,
  type CivilDate,
  civilDateAt,
  type DueHousehold,
  effectiveCadences,
  matchedCadences,
} from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';

import { type RecordsByName, readAllRecords, readRecord, readRecordsBy } from './read-record.ts';

type VisitRecord = RecordsByName['visit'];

/** Lists how often whom to visit here, as the community has it. */
export const readCadences = (view: RowView): readonly CadenceRule[] =>
  effectiveCadences(readAllRecords(view, 'cadence'));

/** Reads what decides when a household is visited next, from its own members and the visits that tell of it, newest first. */
export const readDueFacts = (view: RowView, householdId: string, visits: readonly VisitRecord[]): DueHousehold => {
  const memberships = readRecordsBy(view, 'membership', { field: 'householdId', to: householdId });
  const current = memberships.filter(({ toOn, kind }) => toOn === null && kind !== 'registeredAway');
  const former = memberships.filter(({ toOn, endReason }) => toOn !== null && endReason !== 'recordedInError');
  const dayOf = (...outcomes: readonly VisitRecord['outcome'][]): CivilDate | null => {
    const at = visits.find(({ outcome }) => outcomes.includes(outcome))?.visitedAt ?? null;
    return at === null ? null : civilDateAt(at);
  };
  return {
    people: current.flatMap(({ personId }) => {
      const person = readRecord(view, 'person', personId);
      if (person === undefined) return [];
      const tags = readRecordsBy(view, 'tag', { field: 'personId', to: personId }).filter(({ toOn }) => toOn === null);
      return [{ birthOn: person.birthOn, tags: tags.map(({ kind, fromOn }) => ({ kind, fromOn })) }];
    }),
    former: former.map(({ endReason, toOn }) => ({ endReason, toOn })),
    metOn: dayOf('met'),
    refusedOn: dayOf('refused'),
    goneOn: dayOf('movedOut', 'vacant'),
  };
};

/** Tells why a household is visited as often as it is: the strictest cadence that means somebody there; null where none does. */
export const careOf = (view: RowView, householdId: string, today: CivilDate): CadenceReason | null =>
  matchedCadences(readCadences(view), readDueFacts(view, householdId, []).people, today)[0] ?? null;
