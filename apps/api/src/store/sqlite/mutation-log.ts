import type { Mutation, MutationOutcome } from '@lianxin/protocol';
import { outcomeSchema } from '@lianxin/protocol';
import { and, eq, sql } from 'drizzle-orm';
import type { Side } from './core.ts';
import { oncePerSide } from './once-per-side.ts';
import { mutations, replicas } from './schema/sync-tables.ts';

/** Is a phone's line of numbers as the server knows it. */
export interface Replica {
  readonly accountId: string;
  readonly lastN: number;
  readonly lastEventAt: number;
  readonly state: 'ok' | 'wipe';
  /** How much it said last that it still holds. */
  readonly unsent: number;
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

const value = sql.placeholder;

const outcomeQuery = oncePerSide(({ db }) =>
  db
    .select()
    .from(mutations)
    .where(and(eq(mutations.communityId, value('communityId')), eq(mutations.id, value('id'))))
    .prepare(),
);

/** Finds the stored outcome of a mutation, with whose it is. */
export const findOutcome = (
  side: Side,
  communityId: string,
  id: string,
): { readonly accountId: string; readonly outcome: MutationOutcome } | undefined => {
  const row = outcomeQuery(side).get({ communityId, id });
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

const mutationInsert = oncePerSide(({ db }) =>
  db
    .insert(mutations)
    .values({
      communityId: value('communityId'),
      id: value('id'),
      replicaId: value('replicaId'),
      n: value('n'),
      rev: value('rev'),
      name: value('name'),
      version: value('version'),
      at: value('at'),
      eventAt: value('eventAt'),
      receivedAt: value('receivedAt'),
      accountId: value('accountId'),
      outcome: value('outcome'),
      reason: value('reason'),
      field: value('field'),
      args: value('args'),
    })
    .prepare(),
);

/** Keeps a mutation with its payload and outcome, in the transaction of its effects. */
export const logMutation = (side: Side, communityId: string, logged: LoggedMutation): void => {
  const { mutation, outcome, ...about } = logged;
  const { args, offsetMs: _, ...sent } = mutation;
  mutationInsert(side).run({ ...about, ...sent, ...outcome, communityId, args: JSON.stringify(args) });
};

const replicaQuery = oncePerSide(({ db }) =>
  db
    .select()
    .from(replicas)
    .where(and(eq(replicas.communityId, value('communityId')), eq(replicas.id, value('id'))))
    .prepare(),
);

/** Finds a replica. */
export const findReplica = (side: Side, communityId: string, id: string): Replica | undefined =>
  replicaQuery(side).get({ communityId, id });

const replicaSave = oncePerSide(({ db }) =>
  db
    .insert(replicas)
    .values({
      communityId: value('communityId'),
      id: value('id'),
      accountId: value('accountId'),
      lastN: value('lastN'),
      lastEventAt: value('lastEventAt'),
      seenAt: value('seenAt'),
      unsent: value('unsent'),
      state: value('state'),
    })
    .onConflictDoUpdate({
      target: [replicas.communityId, replicas.id],
      set: {
        lastN: sql`excluded.last_n`,
        lastEventAt: sql`excluded.last_event_at`,
        seenAt: sql`excluded.seen_at`,
        unsent: sql`excluded.unsent`,
      },
    })
    .prepare(),
);

/** Keeps how far a replica has come and how much it says it still holds. */
export const saveReplica = (
  side: Side,
  key: { readonly communityId: string; readonly id: string },
  state: Replica & { readonly seenAt: number },
): void => {
  replicaSave(side).run({ ...state, ...key });
};
