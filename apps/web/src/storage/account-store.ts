import type { LocalChange, LocalState, LocalStore } from '@lianxin/sync/client';
import type { Table } from 'dexie';
import { holdUpdate } from '../platform/app-update.ts';
import { askBeforeLeaving, onPageHiding } from '../platform/page-hiding.ts';
import { readStorageState, requestPersistence } from '../platform/storage-persistence.ts';
import { addDeposits } from './add-deposits.ts';
import { createBallast } from './ballast.ts';
import type { Codec } from './codec.ts';
import { type AccountDatabase, openAccountDatabase } from './database.ts';
import type { DepositSealer } from './deposits/deposit-sealer.ts';
import { createDexieStore } from './dexie-store.ts';
import { type Drafts, openDrafts } from './drafts.ts';
import { lookForLoss } from './find-loss.ts';
import { freeSentPhotos } from './photos/free-sent-photos.ts';
import type { RestingPhoto } from './photos/resting-photo.ts';
import { countUnsent } from './reading/record-tick.ts';
import { clearSentinel, noteLoss, readSentinel, writeSentinel } from './sentinel.ts';
import { StorageFailure } from './storage-failure.ts';
import { sturdyStore } from './sturdy-store.ts';

/** Is what an account keeps on this phone, opened and looked over. */
export interface AccountStore {
  readonly store: LocalStore;
  readonly drafts: Drafts;
  /** Where pictures rest, sealed. */
  readonly photos: Table<RestingPhoto, string>;
  /** Remembers outside the database how far the register has come; called after every commit. */
  readonly remember: (state: LocalState) => void;
  readonly close: () => void;
}

/** Is what opening needs. */
export interface AccountStorePorts {
  readonly accountId: string;
  readonly communityId: string;
  readonly codec: Codec;
  /** Seals what is saved to the server too, so that it outlives a forgotten PIN. */
  readonly sealDeposit: DepositSealer;
  readonly now: () => number;
  readonly newId: () => string;
  /** Tells that another window has taken the database over: nothing can be saved here any more. */
  readonly onReplaced: () => void;
}

/** Opens an account's database: refuses a newer one, mends a damaged one and notes the loss, and holds room free for saving. */
export const openAccountStore = async (ports: AccountStorePorts): Promise<AccountStore> => {
  const database = await openAccountDatabase(ports.accountId);
  try {
    return await open(database, ports);
  } catch (cause) {
    database.close({ disableAutoOpen: true });
    // Browsers tell of damaged storage in many ways; whatever keeps it from being opened is its failure.
    throw StorageFailure.of(cause);
  }
};

const open = async (database: AccountDatabase, ports: AccountStorePorts): Promise<AccountStore> => {
  const { accountId, communityId, codec, sealDeposit } = ports;
  await lookAfterLoss(database, ports);
  await addDeposits(database, ports);
  const drafts = await openDrafts({
    table: database.drafts,
    spare: sessionStorage,
    codec,
    accountId,
    onUnwritten: askBeforeLeaving,
  });
  const stopFlushing = onPageHiding(drafts.flush);
  const ballast = createBallast(database.ballast);
  giveWayToNewer(database, drafts, ports.onReplaced);
  const plain = createDexieStore(database, codec, accountId, sealDeposit);
  const sturdy = sturdyStore(plain, {
    makeRoom: async () => (await ballast.release()) || (await freeSentPhotos(database.photos)),
    reopen: () => reopen(database),
    isCommitted: (change) => isCommitted(plain, change),
  });
  let isProtected = false;
  return {
    store: { load: sturdy.load, commit: (change) => whileHeld(() => sturdy.commit(change)) },
    drafts,
    photos: database.photos,
    remember: ({ meta, outbox }) => {
      writeSentinel(accountId, communityId, { version: meta.version, unsent: countUnsent(outbox) });
      if (isProtected || outbox.length === 0) return;
      isProtected = true;
      void protect(ballast.take);
    },
    close: () => {
      stopFlushing();
      void drafts.close().finally(() => database.close());
    },
  };
};

const lookAfterLoss = async (database: AccountDatabase, ports: AccountStorePorts): Promise<void> => {
  const { accountId, communityId } = ports;
  const sentinel = readSentinel(accountId, communityId);
  const kind = await lookForLoss(database, communityId, sentinel);
  if (kind === null) return;
  const { mendDatabase } = await import('./mend-database.ts');
  noteLoss(accountId, communityId, await mendDatabase(database, kind, { ...ports, sentinel }));
  clearSentinel(accountId, communityId);
};

/** A newer version in another tab must never be blocked by this one. */
const giveWayToNewer = (database: AccountDatabase, drafts: Drafts, onReplaced: () => void): void => {
  database.on('versionchange', () => {
    void drafts.close().finally(() => database.close({ disableAutoOpen: true }));
    onReplaced();
    // Dexie's own answer would open the database again at the next use.
    return false;
  });
};

/** A new version must not take over between a save and the word that it is done. */
const whileHeld = async <T>(work: () => Promise<T>): Promise<T> => {
  const letGo = holdUpdate();
  try {
    return await work();
  } finally {
    letGo();
  }
};

/** With the first thing saved: asks the browser to keep it, and takes the room that a later save may need. */
const protect = async (take: (freeBytes: number | null) => Promise<void>): Promise<void> => {
  await requestPersistence();
  const { usedBytes, quotaBytes } = await readStorageState();
  await take(usedBytes === null || quotaBytes === null ? null : quotaBytes - usedBytes);
};

const reopen = async (database: AccountDatabase): Promise<void> => {
  database.close({ disableAutoOpen: true });
  await database.open();
};

/**
 * A change that puts mutations is in the store when the store has come as far and holds the first of them. The version alone may be another tab's, and an id
 * alone may have been there before.
 */
const isCommitted = async (store: LocalStore, change: LocalChange): Promise<boolean> => {
  const [first] = change.putOutbox;
  if (first === undefined) return false;
  const held = await store.load(change.meta.communityId);
  if (held === null || held.meta.version < change.meta.version) return false;
  return [...held.outbox, ...held.kept].some(({ id }) => id === first.id);
};
