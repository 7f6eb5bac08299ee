import type { AttentionEntry, KeptEntry, LocalChange, LocalStore, OutboxEntry, SyncMeta } from '@lianxin/sync/client';
import type { Codec } from './codec.ts';
import { commitWrites, type TableWrites } from './commit-writes.ts';
import type { AccountDatabase, RestingEntry, RestingMeta } from './database.ts';
import type { DepositSealer } from './deposits/deposit-sealer.ts';
import { createRowShelf } from './row-shelf.ts';

/** Keeps an account's records in IndexedDB: everything is sealed first, then one strict transaction checks the version and writes. Rows lie as the shelf lays them. */
export const createDexieStore = (
  database: AccountDatabase,
  codec: Codec,
  accountId: string,
  sealDeposit: DepositSealer = noDeposit,
): LocalStore => {
  const tables = [
    ...[database.rows, database.packs, database.outbox],
    ...[database.attention, database.kept, database.meta],
  ];
  const shelf = createRowShelf(database, codec, accountId);
  const place = (table: string, id: string | number) => ({ accountId, table, id: String(id) });

  const sealEntries = <T extends { readonly communityId: string }>(
    table: string,
    entries: readonly T[],
    keyOf: (entry: T) => RestingEntry['key'],
  ): Promise<RestingEntry[]> =>
    Promise.all(
      entries.map(async (entry) => {
        const key = keyOf(entry);
        return { communityId: entry.communityId, key, sealed: await codec.seal(place(table, key), entry) };
      }),
    );

  const sealAll = async (change: LocalChange) => {
    const { communityId } = change.meta;
    const [rows, outbox, attention, kept, meta] = await Promise.all([
      shelf.plan(change),
      sealOutbox(change),
      sealEntries('attention', change.putAttention, (entry) => entry.id),
      sealEntries('kept', change.putKept, (entry) => entry.id),
      codec.seal(place('meta', communityId), change.meta),
    ]);
    return {
      rows,
      outbox,
      attention,
      kept,
      meta: { communityId, version: change.meta.version, nextN: change.meta.nextN, sealed: meta } satisfies RestingMeta,
    };
  };

  /** Beside each unsent mutation rests the same one sealed to the server. */
  const sealOutbox = async (change: LocalChange): Promise<RestingEntry[]> => {
    const { replicaId } = change.meta;
    const [entries, deposits] = await Promise.all([
      sealEntries('outbox', change.putOutbox, (entry) => entry.n),
      Promise.all(change.putOutbox.map((entry) => sealDeposit(replicaId, entry))),
    ]);
    return entries.map((entry, at) => ({ ...entry, ...(deposits[at] && { deposit: deposits[at] }) }));
  };

  const writesOf = (change: LocalChange, sealed: Awaited<ReturnType<typeof sealAll>>): readonly TableWrites[] => {
    const keysOf = (ids: readonly (string | number)[]) => ids.map((id) => [change.meta.communityId, id]);
    return [
      ...shelf.writesOf(change, sealed.rows),
      { table: 'outbox', remove: keysOf(change.removeOutbox), put: sealed.outbox },
      { table: 'attention', remove: keysOf(change.removeAttention), put: sealed.attention },
      { table: 'kept', remove: keysOf(change.removeKept), put: sealed.kept },
    ];
  };

  const load: LocalStore['load'] = async (communityId) => {
    const found = await database.transaction('r', tables, async () => ({
      meta: await database.meta.get(communityId),
      rows: await shelf.read(communityId),
      outbox: await database.outbox.where('communityId').equals(communityId).toArray(),
      attention: await database.attention.where('communityId').equals(communityId).toArray(),
      kept: await database.kept.where('communityId').equals(communityId).toArray(),
    }));
    if (found.meta === undefined) return null;
    const open = async <T>(table: string, { key, sealed }: Pick<RestingEntry, 'key' | 'sealed'>): Promise<T> =>
      (await codec.open(place(table, key), sealed)) as T;
    const openAll = <T>(table: string, entries: readonly RestingEntry[]): Promise<T[]> =>
      Promise.all(entries.map((entry) => open<T>(table, entry)));
    const [meta, rows, outbox, kept, attention] = await Promise.all([
      open<SyncMeta>('meta', { key: communityId, sealed: found.meta.sealed }),
      shelf.open(communityId, found.meta.version, found.rows),
      openAll<OutboxEntry>('outbox', found.outbox),
      openAll<KeptEntry>('kept', found.kept),
      openAll<AttentionEntry>('attention', found.attention),
    ]);
    return { meta: completeMeta(meta), rows, outbox: outbox.map(completeEntry), kept, attention };
  };

  return {
    load,
    commit: async (change) => {
      const { communityId, version } = change.meta;
      // After another tab has written, or when a commit seemed to fail and did not, the shelf looks anew where everything lies.
      if (!shelf.knows(communityId, version - 1)) await load(communityId);
      const sealed = await sealAll(change);
      const result = await commitWrites(database, sealed.meta, writesOf(change, sealed));
      if (result === 'committed') shelf.settle(change, sealed.rows);
      return result;
    },
  };
};

const noDeposit: DepositSealer = async () => null;

/** What an older version of the app left has no place for what came later. */
const completeMeta = (meta: SyncMeta): SyncMeta => ({
  ...meta,
  audit: meta.audit ?? null,
  repaired: meta.repaired ?? [],
  segments: meta.segments ?? {},
  usableAt: meta.usableAt ?? null,
});

const completeEntry = (entry: OutboxEntry): OutboxEntry => ({ ...entry, order: entry.order ?? entry.n });
