import type { OutboxEntry } from '@lianxin/sync/client';

/** Seals saved mutations to the server, each by itself, so that anybody may hand them in for their author; null where the server's key is not known. */
export type DepositSealer = (replicaId: string, entry: OutboxEntry) => Promise<string | null>;
