import { emptyMeta, type OutboxEntry, type SyncMeta } from '@lianxin/sync/client';
import type { Codec } from './codec.ts';
import type { AccountDatabase, RestingEntry, RestingMeta } from './database.ts';
import type { Loss, Sentinel } from './sentinel.ts';

/** Is what mending needs. */
export interface MendPorts {
  readonly codec: Codec;
  readonly accountId: string;
  readonly communityId: string;
  readonly sentinel: Sentinel | null;
  readonly now: () => number;
  readonly newId: () => string;
}

/**
 * Brings a database that has lost something into a state from which the register can go on: saved work stays, rows that
 * may not be complete are dropped and fetched anew, so that half a register is never shown as a whole one. A line of
 * numbers whose place is lost begins anew under another replica id; the ids of the saved mutations stay, so each counts
 * once.
 */
export const mendDatabase = async (database: AccountDatabase, kind: Loss['kind'], ports: MendPorts): Promise<Loss> => {
  const { communityId, sentinel } = ports;
  const meta = (await database.meta.get(communityId)) ?? null;
  const outbox = await database.outbox.where('communityId').equals(communityId).toArray();
  const entries = await openOutbox(outbox, ports);
  if (kind !== 'everything') await restart(database, { meta, entries }, ports);
  const waiting = entries.filter((entry) => entry.acknowledgedRev === null).length;
  const expected = sentinel?.unsent ?? meta?.counts?.outbox ?? 0;
  return { kind, unsent: Math.max(0, expected - waiting), at: ports.now() };
};

const openOutbox = async (
  resting: readonly RestingEntry[],
  { codec, accountId }: MendPorts,
): Promise<readonly OutboxEntry[]> => {
  const opened = await Promise.all(
    resting.map(async ({ key, sealed }) => {
      // Written by this app through the same codec; the register reads it in the same way.
      const entry = await codec.open({ accountId, table: 'outbox', id: String(key) }, sealed);
      return entry as OutboxEntry;
    }),
  );
  return opened.sort((a, b) => a.n - b.n);
};

/** Drops the rows and the cursors, and numbers the outbox from 1 under a new replica id. */
const restart = async (
  database: AccountDatabase,
  found: { readonly meta: RestingMeta | null; readonly entries: readonly OutboxEntry[] },
  ports: MendPorts,
): Promise<void> => {
  const { codec, accountId, communityId, newId } = ports;
  const outbox = found.entries.map((entry, index) => ({ ...entry, n: index + 1, acknowledgedRev: null }));
  // Above every version that an open tab may hold, so that it reads anew before it writes.
  const version = Math.max(found.meta?.version ?? 0, ports.sentinel?.version ?? 0) + 1;
  const meta: SyncMeta = { ...emptyMeta(communityId, newId()), nextN: outbox.length + 1, version };
  const sealed = await Promise.all(
    outbox.map(async (entry) => ({
      communityId,
      key: entry.n,
      sealed: await codec.seal({ accountId, table: 'outbox', id: String(entry.n) }, entry),
    })),
  );
  const sealedMeta = await codec.seal({ accountId, table: 'meta', id: communityId }, meta);
  await database.transaction('rw', [database.meta, database.outbox, database.rows, database.packs], async () => {
    // Another tab that was opened at the same moment may have mended it and saved something since.
    const current = await database.meta.get(communityId);
    if (current?.version !== found.meta?.version) return;
    await database.rows.where('communityId').equals(communityId).delete();
    await database.packs.where('communityId').equals(communityId).delete();
    await database.outbox.where('communityId').equals(communityId).delete();
    await database.outbox.bulkPut(sealed);
    await database.meta.put({
      communityId,
      version,
      nextN: meta.nextN,
      sealed: sealedMeta,
      counts: { rows: 0, packs: 0, outbox: outbox.length },
    });
  });
};
