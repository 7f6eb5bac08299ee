import type { OutboxEntry, SyncMeta } from '@lianxin/sync/client';
import type { Codec } from './codec.ts';
import type { AccountDatabase } from './database.ts';
import type { DepositSealer } from './deposits/deposit-sealer.ts';

/** Is what adding deposits needs. */
export interface DepositPorts {
  readonly accountId: string;
  readonly codec: Codec;
  readonly sealDeposit: DepositSealer;
}

/**
 * Seals to the server what was saved before deposits were, or while the server's key was not known: from here on a
 * forgotten PIN loses none of it.
 */
export const addDeposits = async (database: AccountDatabase, ports: DepositPorts): Promise<void> => {
  const { accountId, codec, sealDeposit } = ports;
  const bare = (await database.outbox.toArray()).filter(({ deposit }) => deposit === undefined);
  if (bare.length === 0) return;
  const open = (table: string, id: string | number, sealed: Uint8Array | string): Promise<unknown> =>
    codec.open({ accountId, table, id: String(id) }, sealed);
  const replicas = new Map<string, string>();
  // Written by this app through the same codec; the register reads it in the same way.
  for (const { communityId, sealed } of await database.meta.toArray())
    replicas.set(communityId, ((await open('meta', communityId, sealed)) as SyncMeta).replicaId);
  const added = await Promise.all(
    bare.map(async (entry) => {
      const replicaId = replicas.get(entry.communityId);
      const saved = (await open('outbox', entry.key, entry.sealed)) as OutboxEntry;
      const deposit = replicaId === undefined ? null : await sealDeposit(replicaId, saved);
      return deposit === null ? [] : [{ ...entry, deposit }];
    }),
  );
  await database.transaction('rw', database.outbox, async () => {
    for (const entry of added.flat()) {
      // Sent and removed by another window meanwhile: it must not come back.
      const held = await database.outbox.get([entry.communityId, Number(entry.key)]);
      if (held !== undefined && held.deposit === undefined)
        await database.outbox.put({ ...held, deposit: entry.deposit });
    }
  });
};
