import { type CivilDate, isCurrentOn, type Role, role, type UnitKind } from '@lianxin/domain';
import type { Account, AccountPosting, ChangePostings } from '@lianxin/protocol';
import { tDesk } from '../../locale/desk-messages.ts';
import { codeLabel } from '../../locale/labels.ts';

/** Is one person's duty at one unit. */
export interface Duty {
  readonly account: Account;
  readonly posting: AccountPosting;
}

/** Words a role. */
export const roleLabel = (code: string): string => codeLabel(role, code);

/** Says since when a duty is held, and until when where that is known. */
export const spanWord = ({ fromOn, toOn }: AccountPosting): string =>
  toOn === null ? tDesk.units.since(fromOn) : tDesk.units.until(fromOn, toOn);

/** Lists the duties of an account on a day. */
export const dutiesOn = (account: Account, on: CivilDate): readonly AccountPosting[] =>
  account.postings.filter((posting) => posting.isCurrent && isCurrentOn(posting, on));

/** Lists who has a duty at a unit on a day; a disabled account has none that counts. */
export const dutiesAt = (accounts: readonly Account[], unitId: string, on: CivilDate): readonly Duty[] =>
  accounts
    .filter((account) => account.state !== 'disabled')
    .flatMap((account) =>
      dutiesOn(account, on)
        .filter((posting) => posting.unitId === unitId)
        .map((posting) => ({ account, posting })),
    );

const rolesByKind: Readonly<Record<UnitKind, readonly Role[]>> = {
  district: ['communityAdmin'],
  street: ['communityAdmin'],
  community: ['communityAdmin', 'volunteer', 'gridWorker'],
  village: ['communityAdmin', 'volunteer', 'gridWorker'],
  grid: ['gridWorker'],
  building: [],
  entrance: [],
};

/** Lists the roles that make sense at a level: a role reaches down the tree from its unit. */
export const rolesAt = (kind: UnitKind): readonly Role[] => rolesByKind[kind];

type Request = ChangePostings['postings'];

const currentRequest = (account: Account, on: CivilDate): Request =>
  dutiesOn(account, on).map(({ unitId, role: held }) => ({ unitId, role: held }));

/** Lists an account's duties with one more; the same duty twice is one. */
export const withDuty = (account: Account, duty: Request[number], on: CivilDate): Request => {
  const held = currentRequest(account, on);
  const isHeld = held.some(({ unitId, role: heldRole }) => unitId === duty.unitId && heldRole === duty.role);
  return isHeld ? held : [...held, duty];
};

/** Lists an account's duties with one of them ending: what is left out ends now, another last day is said with it. */
export const endingDuty = (
  account: Account,
  ended: AccountPosting,
  days: { readonly today: CivilDate; readonly last: CivilDate },
): Request => {
  const isEnded = ({ unitId, role: held }: Request[number]): boolean => unitId === ended.unitId && held === ended.role;
  const held = currentRequest(account, days.today);
  return days.last === days.today
    ? held.filter((duty) => !isEnded(duty))
    : held.map((duty) => (isEnded(duty) ? { ...duty, toOn: days.last } : duty));
};
