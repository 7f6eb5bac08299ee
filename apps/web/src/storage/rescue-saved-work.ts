import { type Mutation, mutationSchema, type RescueLine } from '@lianxin/protocol';
import type { Codec } from './codec.ts';
import type { RestingEntry, RestingMeta } from './database.ts';
import { readRawTable, withRawDatabase } from './raw-database.ts';

/** Is a saved mutation with its place among everything saved on this phone. */
interface Saved {
  readonly mutation: Mutation;
  readonly order: number;
}

/** Is what a phone holds of somebody's work. */
export interface SavedWork {
  readonly lines: readonly RescueLine[];
  /** How many entries are there and cannot be read. */
  readonly unreadable: number;
}

/**
 * Collects what this phone holds of somebody's work and what no backup of the server is known to hold: the outbox, and
 * the acknowledged mutations that are kept until they are backed up. Held and refused work is among the kept until then,
 * and rests on the server with its payload afterwards, so attention has nothing to add. Only the tables that are needed
 * are touched, of whatever version the database is, because the shape of these is frozen and another may be damaged.
 * Throws when one of them cannot be read.
 */
export const collectSavedWork = async (accountId: string, codec: Codec): Promise<SavedWork> => {
  const resting = await withRawDatabase(accountId, async (database) => {
    const [kept, outbox, meta] = await Promise.all([
      readRawTable<RestingEntry>(database, 'kept'),
      readRawTable<RestingEntry>(database, 'outbox'),
      readRawTable<RestingMeta>(database, 'meta'),
    ]);
    return { kept, outbox, meta };
  });
  if (resting === null) return { lines: [], unreadable: 0 };
  const open = (table: 'kept' | 'outbox') =>
    resting[table].map((entry) => openEntry(codec, { accountId, table }, entry));
  const entries = await Promise.all([...open('kept'), ...open('outbox')]);
  const saved = entries.filter((entry) => entry !== null);
  const metas = await Promise.all(resting.meta.map((meta) => replicaOf(codec, accountId, meta)));
  const lines = [...new Set(saved.map(([communityId]) => communityId))].map((communityId) => ({
    communityId,
    replicaId: metas.find(([known]) => known === communityId)?.[1] ?? null,
    mutations: inOrder(saved.filter(([known]) => known === communityId).map(([, entry]) => entry)),
  }));
  return { lines, unreadable: entries.length - saved.length };
};

const openEntry = async (
  codec: Codec,
  place: { readonly accountId: string; readonly table: string },
  entry: RestingEntry,
): Promise<readonly [string, Saved] | null> => {
  try {
    const saved = readSaved(await codec.open({ ...place, id: String(entry.key) }, entry.sealed));
    return saved === null ? null : [entry.communityId, saved];
  } catch {
    // One entry that cannot be read must not keep the others from being saved.
    return null;
  }
};

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const numberOf = (value: unknown, key: string): number => {
  const found = partOf(value, key);
  return typeof found === 'number' ? found : 0;
};

/** Reads an entry as any version of the app has written it; early ones have no `order` but their number. */
const readSaved = (entry: unknown): Saved | null => {
  const own = ['id', 'name', 'version', 'at', 'offsetMs', 'args'].map((key) => [key, partOf(entry, key)]);
  const parsed = mutationSchema.safeParse({ ...Object.fromEntries(own), n: 1 });
  return parsed.success ? { mutation: parsed.data, order: numberOf(entry, 'order') || numberOf(entry, 'n') } : null;
};

const replicaOf = async (
  codec: Codec,
  accountId: string,
  { communityId, sealed }: RestingMeta,
): Promise<readonly [string, string | null]> => {
  const opened = await codec.open({ accountId, table: 'meta', id: communityId }, sealed).catch(() => null);
  const replicaId = partOf(opened, 'replicaId');
  return [communityId, typeof replicaId === 'string' ? replicaId : null];
};

/** The order in which things were saved, each once, numbered from 1 for a line of its own. */
const inOrder = (saved: readonly Saved[]): RescueLine['mutations'] => {
  const byId = new Map(saved.map((entry) => [entry.mutation.id, entry]));
  return [...byId.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ mutation }, index) => ({ ...mutation, n: index + 1 }));
};
