import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '@lianxin/domain';
import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { deploymentSpace } from '../../access/principal.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { SealingKey } from '../../crypto/sealing-key.ts';
import { checkHistory } from '../../durability/check-history.ts';
import { watchDiskRoom } from '../../durability/disk-room.ts';
import { beginWitness } from '../../durability/witness.ts';
import { openPhotoFolder } from '../../photos/photo-folder.ts';
import type { PhotoStore } from '../photo-port.ts';
import type { Store } from '../port.ts';
import { createAccountStore } from './account-store.ts';
import { assertNotNewer } from './assert-not-newer.ts';
import { appendAudit, createAuditReader } from './audit-log.ts';
import { lacksDigests, rebuildDigests } from './bucket-digests.ts';
import { createCommitChanges } from './commit-changes.ts';
import { assertDurable, openReader, openWriter } from './connection.ts';
import { createSide, type Side, type StoreCore } from './core.ts';
import { createDeskStore } from './desk-store.ts';
import { createDeviceStore } from './device-store.ts';
import { isDiskFull } from './disk-failure.ts';
import { createErasureStore } from './erasure-store.ts';
import { inBackground } from './in-background.ts';
import { hasNoAccount } from './insert-postings.ts';
import { createPhotoStore } from './photo-store.ts';
import { lockDirectory } from './process-lock.ts';
import { createPublicPages } from './public-pages.ts';
import { createPull } from './pull.ts';
import { createPush } from './push.ts';
import { createReadSegment } from './read-segment.ts';
import { settings } from './schema/desk-tables.ts';
import { createSeeder } from './seeder.ts';
import { createSessionStore } from './session-store.ts';
import { settleErasures } from './settle-erasures.ts';
import { createSpaceWriter } from './space-writer.ts';
import { sweepingAfter } from './sweep-photos.ts';
import { createUnitStore } from './unit-store.ts';
import { whileThereIsRoom } from './while-there-is-room.ts';
import { createWriteQueue } from './write-queue.ts';

/** Names the database in a data directory. */
export const databaseName = 'lianxin.sqlite';

/** Is what a SQLite store needs from outside. */
export interface SqliteStoreOptions {
  readonly directory: string;
  readonly migrationsFolder: string;
  readonly keyring: Keyring;
  /** Opens what phones have sealed to this server; a store that is only looked after, and pushed to by nobody, goes without. */
  readonly sealingKey?: SealingKey;
  readonly now: () => number;
  readonly newId: () => string;
  /** Is told when the disk fails; the process must end then. */
  readonly onBroken: (cause: unknown) => void;
  /** Is told of what should not happen and was survived. */
  readonly warn?: StoreCore['warn'];
  /** Where the witness lies; inside the data directory unless it has a disk of its own. */
  readonly witnessDirectory?: string;
  /** How much room is kept back for a full disk; none by default. */
  readonly ballastBytes?: number;
  /** Whether the database is being prepared beside its place, where its pictures do not lie: none of them is cleared away then. */
  readonly isStaged?: boolean;
}

/** Is an opened store, with its core for what works inside it. */
export interface OpenedStore {
  readonly store: Store;
  readonly core: StoreCore;
}

/** Opens the store of a data directory: locked for this process, no older than its witness, migrated and proven durable. */
export const openSqliteStore = (options: SqliteStoreOptions): OpenedStore => {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(options.directory);
  try {
    return openLocked(options, lock.release);
  } catch (cause) {
    lock.release();
    throw cause;
  }
};

const openLocked = (options: SqliteStoreOptions, release: () => void): OpenedStore => {
  const warn = options.warn ?? (() => {});
  const file = join(options.directory, databaseName);
  const witnessDirectory = options.witnessDirectory ?? join(options.directory, 'witness');
  const room = watchDiskRoom(options.directory, options.ballastBytes ?? 0, warn);
  checkHistory(file, witnessDirectory, warn);
  const writer = openCurrent(file, options);
  const changes = createCommitChanges();
  const core: StoreCore = {
    writer: createSide(writer),
    reader: createSide(openReader(file)),
    openReader: () => openReader(file),
    queue: createWriteQueue(writer, { onBroken: options.onBroken, onFull: room.relieve, onEnd: changes.end }),
    changes,
    warn,
    now: options.now,
    newId: options.newId,
  };
  assertKeyFits(core.writer, options.keyring);
  createDeploymentSpace(core);
  const witness = beginWitness(writer, witnessDirectory, warn);
  changes.watch(({ communities }) => witness.note(communities.keys()));
  settleErasures(core, options.keyring, witnessDirectory);
  const close = (): void => {
    core.reader.sqlite.close();
    emptyLog(writer);
    witness.close();
    writer.close();
    release();
  };
  const photos = createPhotoStore(core, openPhotoFolder(options.directory, options.keyring));
  const store = createStore(core, options, { close, witnessDirectory, photos });
  return { core, store: whileThereIsRoom(store, room) };
};

/** Leaves no log to replay at the next start. On a full disk the log simply stays; nothing in it is lost. */
const emptyLog = (writer: Database.Database): void => {
  try {
    writer.pragma('wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    if (!isDiskFull(cause)) throw cause;
  }
};

/** Opens the database for writing and brings it to this version's schema. */
const openCurrent = (file: string, options: SqliteStoreOptions): Database.Database => {
  const writer = openWriter(file);
  assertNotNewer(writer, options.migrationsFolder);
  migrate(drizzle({ client: writer }), { migrationsFolder: options.migrationsFolder });
  assertDurable(writer, options.now());
  if (lacksDigests(writer)) rebuildDigests(writer);
  return writer;
};

const createStore = (
  core: StoreCore,
  { keyring, sealingKey, isStaged = false }: Pick<SqliteStoreOptions, 'keyring' | 'sealingKey' | 'isStaged'>,
  {
    close,
    witnessDirectory,
    photos,
  }: { readonly close: () => void; readonly witnessDirectory: string; readonly photos: PhotoStore },
): Store => {
  const sweeping = inBackground((cause) => core.warn('photos could not be cleared away', { cause: String(cause) }));
  if (!isStaged) sweeping.run(photos.sweep);
  return {
    sync: {
      push: sweepingAfter(createPush(core, { keyring, sealingKey }), () => sweeping.run(photos.sweep)),
      pull: createPull(core),
      segment: createReadSegment(core),
    },
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
    devices: createDeviceStore(core),
    erasures: createErasureStore(core, keyring, { witnessDirectory, sweepPhotos: photos.sweep }),
    photos,
    publicPages: createPublicPages(core),
    watch: core.changes.watch,
    loadDemo: createSeeder(core, keyring),
    isDemo: async () => core.reader.db.select().from(settings).where(eq(settings.key, 'demo')).get() !== undefined,
    isEmpty: async () => hasNoAccount(core.reader),
    close: async () => {
      await core.queue.settle();
      await sweeping.end();
      close();
    },
  };
};

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
