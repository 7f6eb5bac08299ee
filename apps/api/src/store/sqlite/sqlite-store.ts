import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '@lianxin/domain';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { deploymentSpace } from '../../access/principal.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Store } from '../port.ts';
import { createAccountStore } from './account-store.ts';
import { appendAudit, createAuditReader } from './audit-log.ts';
import { lacksDigests, rebuildDigests } from './bucket-digests.ts';
import { createCommitChanges } from './commit-changes.ts';
import { assertDurable, openReader, openWriter } from './connection.ts';
import { createSide, type Side, type StoreCore } from './core.ts';
import { createDeskStore } from './desk-store.ts';
import { hasNoAccount } from './insert-postings.ts';
import { lockDirectory } from './process-lock.ts';
import { createPull } from './pull.ts';
import { createPush } from './push.ts';
import { settings } from './schema/desk-tables.ts';
import { createSeeder } from './seeder.ts';
import { createSessionStore } from './session-store.ts';
import { createSpaceWriter } from './space-writer.ts';
import { createUnitStore } from './unit-store.ts';
import { createWriteQueue } from './write-queue.ts';

/** Is what a SQLite store needs from outside. */
export interface SqliteStoreOptions {
  readonly directory: string;
  readonly migrationsFolder: string;
  readonly keyring: Keyring;
  readonly now: () => number;
  readonly newId: () => string;
  /** Is told when the disk fails; the process must end then. */
  readonly onBroken: (cause: unknown) => void;
  /** Is told of what should not happen and was survived. */
  readonly warn?: StoreCore['warn'];
}

/** Opens the store of a data directory, migrated, locked for this process and proven durable. */
export const openSqliteStore = (options: SqliteStoreOptions): { readonly store: Store; readonly core: StoreCore } => {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(options.directory);
  const file = join(options.directory, 'lianxin.sqlite');
  const writer = openWriter(file);
  migrate(drizzle({ client: writer }), { migrationsFolder: options.migrationsFolder });
  assertDurable(writer, options.now());
  if (lacksDigests(writer)) rebuildDigests(writer);
  const changes = createCommitChanges();
  const core: StoreCore = {
    writer: createSide(writer),
    reader: createSide(openReader(file)),
    openReader: () => openReader(file),
    queue: createWriteQueue(writer, options.onBroken, changes.end),
    changes,
    warn: options.warn ?? (() => {}),
    now: options.now,
    newId: options.newId,
  };
  assertKeyFits(core.writer, options.keyring);
  createDeploymentSpace(core);
  return {
    core,
    store: createStore(core, options.keyring, () => {
      lock.release();
    }),
  };
};

const createStore = (core: StoreCore, keyring: Keyring, release: () => void): Store => ({
  sync: { push: createPush(core), pull: createPull(core) },
  sessions: createSessionStore(core),
  accounts: createAccountStore(core),
  units: createUnitStore(core),
  desk: createDeskStore(core, keyring),
  audit: {
    ...createAuditReader(core),
    append: (scope, entry) =>
      core.queue.run(() =>
        appendAudit(
          core.writer,
          { ...entry, actorId: scope.actor.accountId, actorName: scope.actor.name, communityId: scope.communityId },
          core.now(),
        ),
      ),
  },
  watch: core.changes.watch,
  loadDemo: createSeeder(core, keyring),
  isDemo: async () => core.reader.db.select().from(settings).where(eq(settings.key, 'demo')).get() !== undefined,
  isEmpty: async () => hasNoAccount(core.reader),
  close: async () => {
    await core.queue.settle();
    core.reader.sqlite.close();
    core.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    core.writer.sqlite.close();
    release();
  },
});

/** A database opened with another key would lose its ID numbers one by one; better not to start. */
const assertKeyFits = (side: Side, keyring: Keyring): void => {
  side.db.insert(settings).values({ key: 'keyCheck', value: keyring.checkValue }).onConflictDoNothing().run();
  const stored = side.db.select().from(settings).where(eq(settings.key, 'keyCheck')).get()?.value;
  assert(
    stored === keyring.checkValue,
    'the key file does not belong to this database: put the right one in place (KEY_FILE)',
  );
};

const createDeploymentSpace = (core: StoreCore): void => {
  const spaces = createSpaceWriter(core);
  if (spaces.space(deploymentSpace) === undefined) spaces.create(deploymentSpace, core.newId());
};
