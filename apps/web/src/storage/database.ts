import { Dexie, type Table } from 'dexie';

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
}

/** Is a replica's place in the protocol, with the version that every commit checks. */
export interface RestingMeta {
  readonly communityId: string;
  readonly version: number;
  readonly nextN: number;
  readonly sealed: Uint8Array | string;
}

/** Is the database of one account. The shape of outbox, attention and meta is frozen: no later version may touch it, because phones in drawers still hold unsent work. */
export class AccountDatabase extends Dexie {
  readonly rows!: Table<RestingRow, [string, string]>;
  readonly outbox!: Table<RestingEntry, [string, number]>;
  readonly attention!: Table<RestingEntry, [string, string]>;
  readonly meta!: Table<RestingMeta, string>;
  readonly kept!: Table<RestingEntry, [string, string]>;

  constructor(accountId: string) {
    super(databaseName(accountId), { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      rows: '[table+id], communityId',
      outbox: '[communityId+key], communityId',
      attention: '[communityId+key], communityId',
      meta: 'communityId',
    });
    this.version(2).stores({ kept: '[communityId+key], communityId' });
  }
}

/** Names the database of an account; a shared phone never mixes two people. */
export const databaseName = (accountId: string): string => `lianxin-${accountId}`;
