import { t } from '../../locale/messages.ts';
import type { DoorCount } from '../../storage/reading/door-count.ts';

/** What a set of doors amounts to: 24 户 · 空置 2 · 本月已访 17. */
export const countWords = ({ households, vacant, visitedThisMonth }: DoorCount): string =>
  [
    t.register.households(households),
    vacant > 0 && t.register.vacant(vacant),
    visitedThisMonth > 0 && t.register.visitedThisMonth(visitedThisMonth),
  ]
    .filter(Boolean)
    .join(' · ');

/** What is to be done at a set of doors. */
export const dueWords = ({ due, doors }: DoorCount): string => {
  if (doors === 0) return '';
  return due > 0 ? t.register.longDoors(due) : t.register.allSeen;
};
