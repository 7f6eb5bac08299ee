import type { DepositContent, Mutation } from '@lianxin/protocol';
import type { OutboxEntry } from '@lianxin/sync/client';
import type { DepositSealer } from './deposit-sealer.ts';
import { openSealingLine } from './sealing-line.ts';

/** Is whom deposits are sealed to, and the proof of whose they are. */
export interface DepositKeys {
  readonly sealingKey: string;
  readonly rescueTicket: string;
  readonly accountId: string;
}

/**
 * Makes the sealer of one opened workspace: the key is agreed with the server once, so that a save pays for one AES-GCM
 * and nothing else. A key that no browser can use seals nothing, and the save goes on without a deposit.
 */
export const createDepositSealer = ({ sealingKey, rescueTicket, accountId }: DepositKeys): DepositSealer => {
  const opening = openSealingLine(sealingKey, 'lianxin-deposit').catch(() => null);
  return async (replicaId, entry) => {
    const line = await opening;
    if (line === null) return null;
    const { communityId } = entry;
    const content = { rescueTicket, accountId, communityId, replicaId, mutation: mutationOf(entry) };
    return JSON.stringify(await line.seal(JSON.stringify(content satisfies SealedContent)));
  };
};

/** The arguments are JSON since they were staged; only the compiler does not know. */
type SealedContent = Omit<DepositContent, 'mutation'> & {
  readonly mutation: Omit<Mutation, 'args'> & { readonly args: unknown };
};

const mutationOf = ({ id, n, name, version, at, offsetMs, args }: OutboxEntry): SealedContent['mutation'] => ({
  id,
  n,
  name,
  version,
  at,
  offsetMs,
  args,
});
