import type { FieldsOf, recordTypes } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';

/** When a household or a door last answered, by what it answered; null for never. */
export interface DoorAnswers {
  readonly metAt: number | null;
  readonly refusedAt: number | null;
  readonly goneAt: number | null;
  readonly nobodyAt: number | null;
}

type VisitFields = FieldsOf<(typeof recordTypes)['visit']>;

const slots = {
  met: 'metAt',
  refused: 'refusedAt',
  movedOut: 'goneAt',
  vacant: 'goneAt',
  noAnswer: 'nobodyAt',
} as const satisfies Readonly<Record<VisitFields['outcome'], keyof DoorAnswers>>;

type Answers = { -readonly [K in keyof DoorAnswers]: DoorAnswers[K] };

const noAnswers: DoorAnswers = { metAt: null, refusedAt: null, goneAt: null, nobodyAt: null };

/**
 * Reads in one go when every household and door last answered. Seventeen thousand visits are gone through at every
 * change, so no record is made of them; rows passed the declaration's own schema when they were written.
 */
export const readDoorAnswers = (view: RowView): ((id: string) => DoorAnswers) => {
  const rows = view.all('visit');
  const replaced = new Set<string>();
  for (const { fields } of rows) {
    const { voidOf, corrects } = fields as VisitFields;
    if (voidOf !== null) replaced.add(voidOf);
    if (corrects !== null) replaced.add(corrects);
  }
  const answers = new Map<string, Answers>();
  for (const { id, fields } of rows) {
    const { voidOf, visitedAt, outcome, householdId, dwellingId } = fields as VisitFields;
    if (voidOf !== null || visitedAt === null || replaced.has(id)) continue;
    const of = householdId ?? dwellingId;
    const known = answers.get(of) ?? { ...noAnswers };
    const slot = slots[outcome];
    if (visitedAt > (known[slot] ?? 0)) known[slot] = visitedAt;
    answers.set(of, known);
  }
  return (id) => answers.get(id) ?? noAnswers;
};

const latest = (a: number | null, b: number | null): number | null => (a === null ? b : Math.max(a, b ?? 0));

/** Tells how a household answered, at its own visits and at those to the door as a whole. Who was met at a door that several share is not told, so it stands for none of them. */
export const answersOfHousehold = (own: DoorAnswers, ofDoor: DoorAnswers, households: number): DoorAnswers => ({
  metAt: households > 1 ? own.metAt : latest(own.metAt, ofDoor.metAt),
  refusedAt: latest(own.refusedAt, ofDoor.refusedAt),
  nobodyAt: latest(own.nobodyAt, ofDoor.nobodyAt),
  // A door found empty as a whole was found so before anybody was registered behind it.
  goneAt: own.goneAt,
});
