import { type CivilDate, type Role, role } from '@lianxin/domain';
import type { InviteRequest, UnitNode } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { isOpenOn } from '../communities.ts';
import { rolesAt } from '../duties.ts';
import { placeName } from '../units/unit-tree.ts';

/** Is what the form of an invitation holds while it is being typed. */
export interface InviteDraft {
  readonly name: string;
  readonly role: Role | null;
  readonly unitId: string | null;
  readonly canViewUnmasked: boolean;
}

/** Is a unit to choose with a name that tells it from its namesakes. */
export interface UnitOption {
  readonly value: string;
  readonly label: string;
}

export interface UnitChoice {
  readonly units: readonly UnitNode[];
  readonly today: CivilDate;
  /** The unit that stands for the whole system; null for whoever does not run it, and so may not hand it on. */
  readonly wholeSystemId: string | null;
}

/** Lists the roles that the session may give. */
export const roleOptions = ({ wholeSystemId }: UnitChoice): readonly Role[] =>
  role.entries.map(({ code }) => code).filter((code) => code !== 'operator' || wholeSystemId !== null);

/** Lists the units where a role makes sense, that are in use and that the session looks after. */
export const unitOptions = (
  { units, today, wholeSystemId }: UnitChoice,
  wanted: Role | null,
): readonly UnitOption[] => {
  if (wanted === null) return [];
  if (wanted === 'operator') {
    return wholeSystemId === null ? [] : [{ value: wholeSystemId, label: tDesk.accounts.wholeSystem }];
  }
  return units
    .filter((unit) => unit.canManage && isOpenOn(unit, today) && rolesAt(unit.kind).includes(wanted))
    .map((unit) => ({ value: unit.id, label: placeName(units, unit.id) }));
};

/** Tells what must be mended before the invitation can be made, by field. */
export const inviteErrors = (draft: InviteDraft): Partial<Record<keyof InviteDraft, string>> => ({
  ...(draft.name.trim() === '' ? { name: tDesk.accounts.nameMissing } : {}),
  ...(draft.role === null ? { role: tDesk.accounts.roleMissing } : {}),
  ...(draft.role !== null && draft.unitId === null ? { unitId: tDesk.accounts.unitMissing } : {}),
});

/** Says whether the right to see every number can go with a role: it goes with an administrator's work alone. */
export const mayViewUnmasked = (given: Role | null): boolean => given === 'communityAdmin' || given === 'operator';

/** Turns the form into an invitation; null while something is missing. */
export const draftToInvite = (draft: InviteDraft): InviteRequest | null => {
  const { name, role: given, unitId, canViewUnmasked } = draft;
  if (name.trim() === '' || given === null || unitId === null) return null;
  return {
    name: name.trim(),
    postings: [{ unitId, role: given }],
    ...(canViewUnmasked && mayViewUnmasked(given) ? { canViewUnmasked } : {}),
  };
};
