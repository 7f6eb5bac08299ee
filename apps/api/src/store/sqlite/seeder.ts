import { assert, civilDateAt } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Seed, SeedAccount } from '../port.ts';
import type { StoreCore } from './core.ts';
import { hasNoAccount } from './insert-postings.ts';
import { accounts, postings } from './schema/account-tables.ts';
import { settings } from './schema/desk-tables.ts';
import { sealIdentityNumber } from './seal-person.ts';
import { createSpaceWriter } from './space-writer.ts';

/** No rev may be larger than a page, so that a phone can always take one whole. */
export const maxRowsPerRev = 500;

/** Loads a demo in one transaction: all of it or, after a crash, none. */
export const createSeeder = (core: StoreCore, keyring: Keyring) => {
  const { writer, queue, now, newId } = core;
  const spaces = createSpaceWriter(core);
  const load = (seed: Seed): void => {
    assert(hasNoAccount(writer), 'a demo is loaded into an empty data directory only');
    for (const { communityId, rows } of seed.spaces) {
      if (spaces.space(communityId) === undefined) spaces.create(communityId, newId());
      for (let at = 0; at < rows.length; at += maxRowsPerRev) {
        const rev = spaces.nextRev(communityId);
        const chunk = rows.slice(at, at + maxRowsPerRev).map((row) => atRev(sealIdentityNumber(keyring, row), rev));
        spaces.write(communityId, chunk);
      }
    }
    for (const account of seed.accounts) addAccount(core, account);
    writer.db
      .insert(settings)
      .values({ key: 'demo', value: String(now()) })
      .onConflictDoNothing()
      .run();
  };
  return (seed: Seed): Promise<void> => queue.run(() => load(seed));
};

/** Gives a prepared row the rev it is written at, in its marks too. */
export const atRev = (row: StoredRow, rev: number): StoredRow => ({
  ...row,
  rev,
  marks: Object.fromEntries(Object.entries(row.marks).map(([field, mark]) => [field, { ...mark, rev }])),
});

const addAccount = ({ writer, now, newId }: StoreCore, account: SeedAccount): void => {
  const { id, name, canViewUnmasked } = account;
  writer.db
    .insert(accounts)
    .values({ id, name, canViewUnmasked, state: 'invited', isStarter: true, createdAt: now() })
    .run();
  for (const posting of account.postings) {
    writer.db
      .insert(postings)
      .values({ id: newId(), accountId: id, ...posting, fromOn: civilDateAt(now()), toOn: null })
      .run();
  }
};
