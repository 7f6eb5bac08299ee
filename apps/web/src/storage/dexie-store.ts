import type { AttentionEntry, KeptEntry, LocalChange, LocalStore, OutboxEntry, SyncMeta } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import type { Codec } from './codec.ts';
import type { AccountDatabase, RestingCounts, RestingEntry, RestingMeta, RestingRow } from './database.ts';
import type { DepositSealer } from './deposits/deposit-sealer.ts';

/** Keeps an account's records in IndexedDB: everything is sealed first, then one strict transaction checks the version and writes. */
export const createDexieStore = (
  database: AccountDatabase,
  codec: Codec,
  accountId: string,
  sealDeposit: DepositSealer = noDeposit,
): LocalStore => {
  const tables = [database.rows, database.outbox, database.attention, database.kept, database.meta];
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
      Promise.all(
        change.putRows.map(
          async (row): Promise<RestingRow> => ({
            table: row.table,
            id: row.id,
            communityId,
            sealed: await codec.seal(place(row.table, row.id), row),
          }),
        ),
      ),
      sealEntries('outbox', change.putOutbox, (entry) => entry.n).then((entries) => withDeposits(change, entries)),
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
  const withDeposits = (change: LocalChange, entries: readonly RestingEntry[]): Promise<RestingEntry[]> =>
    Promise.all(
      entries.map(async (resting, index) => {
        const entry = change.putOutbox[index];
        const deposit = entry === undefined ? null : await sealDeposit(change.meta.replicaId, entry);
        return deposit === null ? resting : { ...resting, deposit };
      }),
    );

  const write = async (
    change: LocalChange,
    sealed: Awaited<ReturnType<typeof sealAll>>,
    known: RestingCounts | undefined,
  ): Promise<void> => {
    const { communityId } = change.meta;
    if (change.clearRows) await database.rows.where('communityId').equals(communityId).delete();
    await database.rows.bulkDelete(change.removeRows.map((row): [string, string] => [row.table, row.id]));
    await database.rows.bulkPut(sealed.rows);
    await database.outbox.bulkDelete(change.removeOutbox.map((n): [string, number] => [communityId, n]));
    await database.outbox.bulkPut(sealed.outbox);
    await database.attention.bulkDelete(change.removeAttention.map((id): [string, string] => [communityId, id]));
    await database.attention.bulkPut(sealed.attention);
    await database.kept.bulkDelete(change.removeKept.map((id): [string, string] => [communityId, id]));
    await database.kept.bulkPut(sealed.kept);
    const counts = await countNow(change, known);
    await database.meta.put({ ...sealed.meta, counts });
  };

  /** Counted in the transaction that writes, so that the numbers can only be right; a save touches no rows and counts none. */
  const countNow = async (change: LocalChange, known: RestingCounts | undefined): Promise<RestingCounts> => {
    const { communityId } = change.meta;
    const isSameRows = !change.clearRows && change.putRows.length + change.removeRows.length === 0;
    const rows =
      known !== undefined && isSameRows
        ? known.rows
        : await database.rows.where('communityId').equals(communityId).count();
    return { rows, outbox: await database.outbox.where('communityId').equals(communityId).count() };
  };

  return {
    load: async (communityId) => {
      const found = await database.transaction('r', tables, async () => ({
        meta: await database.meta.get(communityId),
        rows: await database.rows.where('communityId').equals(communityId).toArray(),
        outbox: await database.outbox.where('communityId').equals(communityId).toArray(),
        attention: await database.attention.where('communityId').equals(communityId).toArray(),
        kept: await database.kept.where('communityId').equals(communityId).toArray(),
      }));
      if (found.meta === undefined) return null;
      const open = async <T>(table: string, id: string, sealed: Uint8Array | string): Promise<T> =>
        (await codec.open(place(table, id), sealed)) as T;
      return {
        meta: completeMeta(await open<SyncMeta>('meta', communityId, found.meta.sealed)),
        rows: await Promise.all(found.rows.map((row) => open<StoredRow>(row.table, row.id, row.sealed))),
        outbox: await Promise.all(
          found.outbox.map(async (entry) =>
            completeEntry(await open<OutboxEntry>('outbox', String(entry.key), entry.sealed)),
          ),
        ),
        kept: await Promise.all(found.kept.map((entry) => open<KeptEntry>('kept', String(entry.key), entry.sealed))),
        attention: await Promise.all(
          found.attention.map((entry) => open<AttentionEntry>('attention', String(entry.key), entry.sealed)),
        ),
      };
    },
    commit: async (change) => {
      const sealed = await sealAll(change);
      return await database.transaction('rw', tables, async () => {
        const current = await database.meta.get(change.meta.communityId);
        if ((current?.version ?? 0) !== change.meta.version - 1) return 'stale';
        await write(change, sealed, current?.counts);
        return 'committed';
      });
    },
  };
};

const noDeposit: DepositSealer = async () => null;

/** What an older version of the app left has no place for what came later. */
const completeMeta = (meta: SyncMeta): SyncMeta => ({
  ...meta,
  audit: meta.audit ?? null,
  repaired: meta.repaired ?? [],
});

const completeEntry = (entry: OutboxEntry): OutboxEntry => ({ ...entry, order: entry.order ?? entry.n });
