import { type CivilDate, civilDateAt, daysBetween } from '../kernel/civil-date.ts';
import type { Visit } from './visit.ts';

/** Is what the pages need of a visit to tell how long ago somebody was there. */
export type VisitFacts = Pick<Visit, 'id' | 'outcome' | 'visitedAt' | 'voidOf' | 'corrects'>;

/** Lists the visits that count, newest first: without voids, without what they void, without what a later one corrects. */
export const effectiveVisits = <V extends VisitFacts>(visits: readonly V[]): readonly V[] => {
  const replaced = new Set(visits.flatMap((visit) => [visit.voidOf, visit.corrects]));
  const standing = visits.filter((visit) => visit.voidOf === null && !replaced.has(visit.id));
  return [...standing].sort((a, b) => (b.visitedAt ?? 0) - (a.visitedAt ?? 0) || (a.id < b.id ? 1 : -1));
};

/** Names how a door stands by its last visit. `recent` is at most 30 days ago, `fading` at most 90, `long` more or never. */
export type DoorStanding = 'recent' | 'fading' | 'long' | 'noAnswer' | 'refused' | 'vacant';

/** Tells how a door stands and how many days ago the last visit was; null days when nobody was ever there. */
export const doorStanding = (
  visits: readonly VisitFacts[],
  door: { readonly isVacant: boolean; readonly today: CivilDate },
): { readonly standing: DoorStanding; readonly days: number | null } => {
  const last = effectiveVisits(visits)[0];
  const days =
    last === undefined || last.visitedAt === null
      ? null
      : Math.max(0, daysBetween(civilDateAt(last.visitedAt), door.today));
  if (door.isVacant || last?.outcome === 'vacant' || last?.outcome === 'movedOut') return { standing: 'vacant', days };
  if (days === null || days > 90) return { standing: 'long', days };
  if (last?.outcome === 'noAnswer' || last?.outcome === 'refused') return { standing: last.outcome, days };
  return { standing: days <= 30 ? 'recent' : 'fading', days };
};
