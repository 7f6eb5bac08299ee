import type { Result } from '@lianxin/domain';
import type {
  Account,
  AuditAnswer,
  AuditEntry,
  ChangePostings,
  InvitationAnswer,
  NewUnit,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  UnitChange,
  UnitNode,
} from '@lianxin/protocol';
import type { StoredRow } from '@lianxin/sync/merge';
import type { Author, DeskScope, SyncScope, TreeScope } from '../access/authorize.ts';
import type { Principal } from '../access/principal.ts';
import type { CommittedChange } from './committed-change.ts';
import type { DeskStore } from './desk-port.ts';
import type { DeviceStore } from './device-port.ts';
import type { ErasureStore } from './erasure-port.ts';
import type { PhotoStore } from './photo-port.ts';
import type { PublicPageStore } from './public-page-port.ts';
import type { Behind, NotAllowed, NotFound, WrongPlace } from './refusals.ts';

/** Is a line for the audit; never a value of a record. */
export type NewAuditEntry = Omit<AuditEntry, 'seq' | 'at'>;

/** Is work to push. How much is left is null where it is brought by somebody who cannot know what the author's phone still holds. */
export interface PushedWork extends Omit<PushRequest, 'left'> {
  readonly left: number | null;
}

/** Carries pushes and pulls. */
export interface SyncStore {
  readonly push: (scope: SyncScope, request: PushedWork) => Promise<Result<PushAnswer, NotFound>>;
  readonly pull: (scope: SyncScope, request: PullRequest) => Promise<Result<PullAnswer, NotFound | Behind>>;
  /** Reads a segment of history, packed in brotli as it rests. */
  readonly segment: (
    scope: SyncScope,
    named: { readonly communityId: string; readonly hash: string },
  ) => Promise<Result<Uint8Array, NotFound>>;
}

/** Is what is compared at a sign-in. */
export interface Credentials {
  readonly accountId: string;
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
}

/** Is a session to open; the store never sees a token. */
export interface NewSession {
  readonly accountId: string;
  readonly tokenHash: string;
  /** What the browser calls itself in few words. */
  readonly label: string;
}

/** Counts a try before it is verified and says how long to wait when there were too many. */
export interface Turn {
  readonly isAllowed: boolean;
  readonly retryAfterMs: number;
}

/** Keeps sessions and what leads to them. */
export interface SessionStore {
  readonly find: (tokenHash: string) => Promise<Principal | undefined>;
  readonly findCredentials: (loginName: string) => Promise<Credentials | undefined>;
  readonly open: (session: NewSession) => Promise<void>;
  /** Remembers until when a phone was told that it may be opened without hearing from the server. */
  readonly renewLease: (session: Pick<Principal, 'accountId' | 'sessionId'>, until: number) => Promise<void>;
  /** Finds the author that a ticket names, with what has become of their account and of the session it was given to; undefined for an unknown account. */
  readonly findAuthor: (
    accountId: string,
    ticket: { readonly sessionId: string | null },
  ) => Promise<Author | undefined>;
  readonly end: (tokenHash: string) => Promise<void>;
  readonly takeTurn: (key: string, freeTries: number) => Promise<Turn>;
  readonly clearTurns: (key: string) => Promise<void>;
}

/** Names an invitation by one of its two keyed hashes. */
export interface InvitationHash {
  readonly kind: 'token' | 'code';
  readonly hash: string;
}

/** Is what an accepted invitation sets. */
export interface AcceptedInvitation {
  readonly name: string | null;
  readonly loginName: string;
  readonly passwordHash: string;
  readonly sessionTokenHash: string;
  readonly sessionLabel: string;
}

/** Is a fresh invitation as the store keeps it. */
export interface NewInvitation {
  readonly tokenHash: string;
  readonly codeHash: string;
  readonly expiresAt: number;
}

/** Is an account that waits for the first use of its printed invitation. */
export interface StarterAccount {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly place: string;
}

/** Keeps accounts, postings and invitations. */
export interface AccountStore {
  readonly look: (key: InvitationHash) => Promise<InvitationAnswer | undefined>;
  readonly accept: (
    key: InvitationHash,
    accepted: AcceptedInvitation,
  ) => Promise<Result<null, { readonly type: 'InvitationUsedOrExpired' | 'NameTaken' }>>;
  readonly list: (scope: TreeScope) => Promise<readonly Account[]>;
  readonly invite: (
    scope: TreeScope,
    account: NewAccount,
    invitation: NewInvitation,
  ) => Promise<Result<Account, NotFound | NotAllowed>>;
  readonly reinvite: (
    scope: TreeScope,
    accountId: string,
    invitation: NewInvitation,
  ) => Promise<Result<Account, NotFound | NotAllowed>>;
  readonly changePostings: (
    scope: TreeScope,
    accountId: string,
    postings: ChangePostings['postings'],
  ) => Promise<Result<Account, NotFound | NotAllowed>>;
  readonly disable: (scope: TreeScope, accountId: string) => Promise<Result<Account, NotFound | NotAllowed>>;
  /** Makes the first administrator where there is no account yet; nobody needs a scope to begin. */
  readonly createFirstOperator: (name: string) => Promise<void>;
  /** Adds an operator from the command line. */
  readonly createOperator: (name: string) => Promise<string>;
  readonly starters: () => Promise<readonly StarterAccount[]>;
  readonly renewStarter: (accountId: string, invitation: NewInvitation) => Promise<void>;
}

/** Is an account to invite. */
export interface NewAccount {
  readonly name: string;
  readonly canViewUnmasked: boolean;
  readonly postings: readonly { readonly unitId: string; readonly role: Account['postings'][number]['role'] }[];
}

/** Keeps the tree of places. */
export interface UnitStore {
  readonly list: (scope: TreeScope) => Promise<readonly UnitNode[]>;
  readonly create: (scope: TreeScope, unit: NewUnit) => Promise<Result<UnitNode, NotFound | NotAllowed | WrongPlace>>;
  readonly change: (
    scope: TreeScope,
    id: string,
    change: UnitChange,
  ) => Promise<Result<UnitNode, NotFound | NotAllowed>>;
  readonly close: (scope: TreeScope, id: string, toOn: string) => Promise<Result<UnitNode, NotFound | NotAllowed>>;
}

/** Is an account of the demo; it waits for the first use of its printed invitation. */
export interface SeedAccount {
  readonly id: string;
  readonly name: string;
  readonly canViewUnmasked: boolean;
  readonly postings: readonly {
    readonly role: Account['postings'][number]['role'];
    readonly spaceId: string;
    readonly unitId: string;
  }[];
}

/** Is everything a demo begins with; clear ID numbers in `identityNumberSealed` are sealed as they are written. */
export interface Seed {
  readonly spaces: readonly { readonly communityId: string; readonly rows: readonly StoredRow[] }[];
  readonly accounts: readonly SeedAccount[];
}

/** Reads the audit. */
export interface AuditStore {
  readonly page: (scope: TreeScope, before: number | null) => Promise<AuditAnswer>;
  readonly append: (scope: DeskScope, entry: Pick<NewAuditEntry, 'action' | 'subjectId' | 'facts'>) => Promise<void>;
}

/**
 * Keeps everything, whole use cases as methods: no transaction leaks out, so that a store with asynchronous transactions
 * (PostgreSQL) can stand behind the same port. Methods take scopes that only a check can make.
 */
export interface Store {
  readonly sync: SyncStore;
  readonly sessions: SessionStore;
  readonly accounts: AccountStore;
  readonly units: UnitStore;
  readonly desk: DeskStore;
  readonly audit: AuditStore;
  readonly erasures: ErasureStore;
  readonly photos: PhotoStore;
  readonly publicPages: PublicPageStore;
  readonly devices: DeviceStore;
  /** Calls back after every commit with what changed, never with a value; returns the way to stop. */
  readonly watch: (listener: (change: CommittedChange) => void) => () => void;
  /** Loads a demo into an empty deployment, once. */
  readonly loadDemo: (seed: Seed) => Promise<void>;
  readonly isDemo: () => Promise<boolean>;
  readonly isEmpty: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}
