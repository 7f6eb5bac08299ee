import { Dexie, type Table } from 'dexie';
import type { RestingBallast } from './ballast.ts';
import type { RestingPhoto } from './photos/resting-photo.ts';
import type { RestingDraft } from './resting-draft.ts';
import { StorageFailure } from './storage-failure.ts';
import type { RestingVault } from './vault/resting-vault.ts';

/** Is one row at rest: only what is needed to find it is readable. */
export interface RestingRow {
  readonly table: string;
  readonly id: string;
  readonly communityId: string;
  readonly sealed: Uint8Array | string;
}

/** Is one mutation, held mutation or replica state at rest. */
export interface RestingEntry {
  readonly communityId: string;
  readonly key: string | number;
  readonly sealed: Uint8Array | string;
  /** The same mutation sealed to the server, which anybody may hand in for its author: it outlives a forgotten PIN. */
  readonly deposit?: string;
}

/** Is many rows at rest, sealed together; which they are is not readable. */
export interface RestingPack {
  readonly communityId: string;
  readonly key: number;
  readonly sealed: Uint8Array | string;
}

/** Is a replica's place in the protocol, with the version that every commit checks. */
export interface RestingMeta {
  readonly communityId: string;
  readonly version: number;
  readonly nextN: number;
  readonly sealed: Uint8Array | string;
  /** How many rows and saved mutations belong to this version, so that a lost table is noticed; early versions of the app did not count. */
  readonly counts?: RestingCounts;
}

/** Is how much of a community rests in the tables beside meta. */
export interface RestingCounts {
  /** The rows that rest by themselves. */
  readonly rows: number;
  /** The packs of rows; versions of the app that had none did not count them. */
  readonly packs?: number;
  readonly outbox: number;
}

/** Is the database of one account. The shape of outbox, attention and meta is frozen: no later version may touch it, because phones in drawers still hold unsent work. */
export class AccountDatabase extends Dexie {
  readonly rows!: Table<RestingRow, [string, string]>;
  readonly outbox!: Table<RestingEntry, [string, number]>;
  readonly attention!: Table<RestingEntry, [string, string]>;
  readonly meta!: Table<RestingMeta, string>;
  readonly kept!: Table<RestingEntry, [string, string]>;
  readonly drafts!: Table<RestingDraft, string>;
  readonly ballast!: Table<RestingBallast, string>;
  readonly packs!: Table<RestingPack, [string, number]>;
  readonly vault!: Table<RestingVault, string>;
  readonly photos!: Table<RestingPhoto, string>;
  /** Whether there was none under this name until it was opened. */
  isNew = false;

  constructor(accountId: string) {
    super(databaseName(accountId), { chromeTransactionDurability: 'strict' });
    this.on('populate', () => {
      this.isNew = true;
    });
    this.version(1).stores({
      rows: '[table+id], communityId',
      outbox: '[communityId+key], communityId',
      attention: '[communityId+key], communityId',
      meta: 'communityId',
    });
    this.version(2).stores({ kept: '[communityId+key], communityId', drafts: 'form', ballast: 'key' });
    this.version(3).stores({ packs: '[communityId+key], communityId', vault: 'key', photos: 'sha256, communityId' });
  }
}

/**
 * Opens an account's database. Dexie would also open one that a newer version of the app has changed, and this version
 * would write into tables that it does not know: that is refused instead.
 */
export const openAccountDatabase = async (accountId: string): Promise<AccountDatabase> => {
  const database = new AccountDatabase(accountId);
  const known = database.verno;
  try {
    await database.open();
  } catch (cause) {
    throw StorageFailure.of(cause);
  }
  // Browsers count in tenths of Dexie's versions.
  const found = Math.floor(database.backendDB().version / 10);
  if (found <= known) return database;
  database.close({ disableAutoOpen: true });
  throw new StorageFailure('newer', new Error(`the database is of version ${found}, this app knows ${known}`));
};

/** Names the database of an account; a shared phone never mixes two people. */
export const databaseName = (accountId: string): string => `lianxin-${accountId}`;
