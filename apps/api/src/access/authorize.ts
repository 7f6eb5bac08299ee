import type { Principal } from './principal.ts';

/** Marks what only the checks in this file can make: a store method that asks for one cannot be called without the check. */
const granted: unique symbol = Symbol('granted');

/** Is the right to push and pull as oneself; the store looks up the postings again in the snapshot of the rows. */
export interface SyncScope {
  readonly [granted]: 'sync';
  readonly accountId: string;
  readonly name: string;
  readonly isRevoked: boolean;
  /** Until when what the author wrote counts by itself: the moment their phone was reported lost. What is dated later is held. Null while it is in their hands. */
  readonly trustedUntil: number | null;
}

/** Is whose work somebody else hands in. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly isRevoked: boolean;
  readonly trustedUntil: number | null;
}

/** Is the right to work at the desk of one community. */
export interface DeskScope {
  readonly [granted]: 'desk';
  readonly actor: Actor;
  readonly communityId: string;
}

/** Is the right to see and change the tree, the accounts and the audit of some communities; an operator's covers all. */
export interface TreeScope {
  readonly [granted]: 'tree';
  readonly actor: Actor;
  readonly isOperator: boolean;
  readonly communityIds: ReadonlySet<string>;
}

/** Is the right to see every value in one export, with the reason given. */
export interface UnmaskedScope {
  readonly [granted]: 'unmasked';
  readonly desk: DeskScope;
  readonly reason: string;
}

/** Is who acts, for the audit. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly canViewUnmasked: boolean;
}

/** Lets everybody who is signed in sync as themselves; a revoked session may only hand in. */
export const authorizeSync = (principal: Principal): SyncScope => ({
  [granted]: 'sync',
  accountId: principal.accountId,
  name: principal.name,
  isRevoked: principal.isRevoked,
  trustedUntil: principal.wipeAskedAt,
});

/** Lets an administrator hand in what somebody of their community wrote: it is pushed as its author, who stays the author of it. */
export const authorizeRescue = (_desk: DeskScope, author: Author): SyncScope => authorOnly(author);

/** Lets anybody hand in what carries its author's ticket inside a seal that only this server opens; the ticket is the right, not the one who brings it. */
export const authorizeDeposit = (_ticket: { readonly sessionId: string | null }, author: Author): SyncScope =>
  authorOnly(author);

const authorOnly = ({ id, name, isRevoked, trustedUntil }: Author): SyncScope => ({
  [granted]: 'sync',
  accountId: id,
  name,
  isRevoked,
  trustedUntil,
});

/** Lets an administrator work on a community; undefined for everybody else, which is answered like an unknown id. */
export const authorizeDesk = (principal: Principal, communityId: string): DeskScope | undefined =>
  !principal.isRevoked && principal.communities.get(communityId)?.isAdmin === true
    ? { [granted]: 'desk', actor: actorOf(principal), communityId }
    : undefined;

/** Lets an administrator manage the tree below their units; undefined for everybody else. */
export const authorizeTree = (principal: Principal): TreeScope | undefined => {
  const communityIds = new Set([...principal.communities].filter(([, access]) => access.isAdmin).map(([id]) => id));
  const isAdministrator =
    principal.isOperator || principal.postings.some((posting) => posting.role === 'communityAdmin');
  if (principal.isRevoked || !isAdministrator) return undefined;
  return { [granted]: 'tree', actor: actorOf(principal), isOperator: principal.isOperator, communityIds };
};

/** Lets the permitted role see every value of one export, for a reason. */
export const authorizeUnmasked = (desk: DeskScope, reason: string): UnmaskedScope | undefined =>
  desk.actor.canViewUnmasked && reason.trim() !== '' ? { [granted]: 'unmasked', desk, reason } : undefined;

const actorOf = (principal: Principal): Actor => ({
  accountId: principal.accountId,
  name: principal.name,
  canViewUnmasked: principal.canViewUnmasked,
});
