import { useMemo } from 'react';
import { useParams } from 'wouter';
import { type Member, readMember } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';

/** A member with the door they belong to. */
export interface OpenMember {
  readonly member: Member;
  readonly address: string;
  readonly homeHref: string;
}

/** Reads the member that the address names; null when this phone does not hold them. */
export const useOpenMember = (): OpenMember | null => {
  const { membershipId = '' } = useParams();
  const register = useRegister();
  return useMemo(() => {
    const { view } = register;
    const membership = readRecord(view, 'membership', membershipId);
    const member = membership === undefined ? undefined : readMember(view, membership);
    const household = readRecord(view, 'household', membership?.householdId ?? '');
    const dwelling = readRecord(view, 'dwelling', household?.dwellingId ?? '');
    if (member === undefined || household === undefined || dwelling === undefined) return null;
    return { member, address: doorName(view, dwelling), homeHref: pagePaths.door(dwelling.id, household.id) };
  }, [register, membershipId]);
};
