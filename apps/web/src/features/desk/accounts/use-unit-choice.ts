import { civilDateAt } from '@lianxin/domain';
import type { UnitNode } from '@lianxin/protocol';
import { systemClock } from '../../../platform/clock.ts';
import { useDeskSession } from '../desk-session.ts';
import type { UnitChoice } from './invite-draft.ts';

/** Tells what the signed-in administrator can give somebody to look after. */
export const useUnitChoice = (units: readonly UnitNode[]): UnitChoice => {
  const session = useDeskSession();
  return {
    units,
    today: civilDateAt(systemClock.now()),
    wholeSystemId: session.postings.find((posting) => posting.role === 'operator')?.unitId ?? null,
  };
};
