import { type CivilDate, civilDateAt } from '@lianxin/domain';
import { systemClock } from '../../platform/clock.ts';

/** Tells the calendar day in China now; a page that stays open over midnight shows the new day with its next change. */
export const useToday = (): CivilDate => civilDateAt(systemClock.now());
