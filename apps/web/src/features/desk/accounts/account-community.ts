import type { Account, UnitNode } from '@lianxin/protocol';

/** Finds a community through which an account's devices can be asked for: that of a duty, else any that is looked after, because those above a community are told in each. */
export const communityOfAccount = (
  { postings }: Pick<Account, 'postings'>,
  units: readonly UnitNode[],
): string | null => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const own = postings
    .map(({ unitId }) => byId.get(unitId))
    .find((unit) => unit?.communityId != null && unit.canManage);
  const any = units.find((unit) => unit.communityId !== null && unit.canManage);
  return own?.communityId ?? any?.communityId ?? null;
};
