import type { Mutation, MutationOutcome } from '@lianxin/protocol';
import { outcomeSchema } from '@lianxin/protocol';
import { and, eq } from 'drizzle-orm';
import type { Side } from './core.ts';
import { mutations, replicas } from './schema/sync-tables.ts';

/** Is a phone's line of numbers as the server knows it. */
export interface Replica {
  readonly accountId: string;
  readonly lastN: number;
  readonly lastEventAt: number;
  readonly state: 'ok' | 'wipe';
}

/** Is a decided mutation with what has to be kept of it. */
export interface LoggedMutation {
  readonly replicaId: string;
  readonly accountId: string;
  readonly mutation: Mutation;
  readonly outcome: MutationOutcome;
  readonly eventAt: number;
  readonly receivedAt: number;
}

/** Finds the stored outcome of a mutation, with whose it is. */
export const findOutcome = (
  side: Side,
  communityId: string,
  id: string,
): { readonly accountId: string; readonly outcome: MutationOutcome } | undefined => {
  const row = side.db
    .select()
    .from(mutations)
    .where(and(eq(mutations.communityId, communityId), eq(mutations.id, id)))
    .get();
  return row === undefined
    ? undefined
    : {
        accountId: row.accountId,
        outcome: outcomeSchema.parse({
          n: row.n,
          id: row.id,
          rev: row.rev,
          outcome: row.outcome,
          reason: row.reason,
          field: row.field,
        }),
      };
};

/** Keeps a mutation with its payload and outcome, in the transaction of its effects. */
export const logMutation = (side: Side, communityId: string, logged: LoggedMutation): void => {
  const { mutation, outcome } = logged;
  side.db
    .insert(mutations)
    .values({
      communityId,
      id: mutation.id,
      replicaId: logged.replicaId,
      n: mutation.n,
      rev: outcome.rev,
      name: mutation.name,
      version: mutation.version,
      at: mutation.at,
      eventAt: logged.eventAt,
      receivedAt: logged.receivedAt,
      accountId: logged.accountId,
      outcome: outcome.outcome,
      reason: outcome.reason,
      field: outcome.field,
      args: JSON.stringify(mutation.args),
    })
    .run();
};

/** Finds a replica. */
export const findReplica = (side: Side, communityId: string, id: string): Replica | undefined =>
  side.db
    .select()
    .from(replicas)
    .where(and(eq(replicas.communityId, communityId), eq(replicas.id, id)))
    .get();

/** Keeps how far a replica has come and how much it says it still holds. */
export const saveReplica = (
  side: Side,
  key: { readonly communityId: string; readonly id: string },
  state: Replica & { readonly seenAt: number; readonly unsent: number },
): void => {
  const values = { lastN: state.lastN, lastEventAt: state.lastEventAt, seenAt: state.seenAt, unsent: state.unsent };
  side.db
    .insert(replicas)
    .values({ ...key, ...values, accountId: state.accountId, state: state.state })
    .onConflictDoUpdate({ target: [replicas.communityId, replicas.id], set: values })
    .run();
};
