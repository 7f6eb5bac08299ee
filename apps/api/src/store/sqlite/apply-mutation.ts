import { type Mutation, type MutationOutcome, mutationArguments } from '@lianxin/protocol';
import { erasedArgs, runReading } from '@lianxin/sync/merge';
import { type DecidedMutation, type DecisionInput, decideMutation, holdFailed } from '@lianxin/sync/server';
import { appendAudit } from './audit-log.ts';
import { createNumberCarrier } from './carry-number.ts';
import type { StoreCore } from './core.ts';
import { isDiskFailure, isDiskFull } from './disk-failure.ts';
import { logMutation, type Replica } from './mutation-log.ts';
import { type PushTurn, writeScopeOf } from './push-turn.ts';
import { createNumberRegistrar, type NumberKeys, withoutNumber } from './register-number.ts';
import type { SpaceWriter } from './space-writer.ts';

/** Is what became of one mutation, for the next one of the same replica. */
export interface AppliedMutation {
  readonly outcome: MutationOutcome;
  readonly eventAt: number;
}

/** Applies one mutation in a savepoint of its own and keeps it with its outcome, whatever that is. */
export const createMutationApplier = (
  { writer, newId, warn }: StoreCore,
  { spaces, numberKeys }: { readonly spaces: SpaceWriter; readonly numberKeys: NumberKeys },
) => {
  const registerNumbers = createNumberRegistrar(writer, numberKeys);
  const carryNumbers = createNumberCarrier(writer, numberKeys.keyring);

  const decideAndWrite = writer.sqlite.transaction((input: DecisionInput): DecidedMutation => {
    const { communityId } = input;
    const judged = runReading(decideMutation(input), (query) => writer.rows.answer(communityId, query));
    const decided = carryNumbers(communityId, registerNumbers(input, judged));
    spaces.write(communityId, decided.writes);
    return decided;
  });

  const decide = (input: DecisionInput): DecidedMutation => {
    try {
      return decideAndWrite(input);
    } catch (cause) {
      if (isDiskFailure(cause) || isDiskFull(cause)) throw cause;
      // One broken rule must not stop what stands behind it; its payload waits for a person.
      warn('a rule broke', { mutation: input.mutation.name, error: cause instanceof Error ? cause.name : 'unknown' });
      return holdFailed(input);
    }
  };

  /** What somebody took away can be looked at by nobody afterwards, so the audit tells who did. */
  const noteRemovedPhoto = ({ scope, request, now }: PushTurn, { args }: Mutation): void => {
    const parsed = mutationArguments['photo.remove'][1].safeParse(args);
    const about = { communityId: request.communityId, subjectId: parsed.data?.photoId ?? null, facts: {} };
    appendAudit(writer, { actorId: scope.accountId, actorName: scope.name, action: 'photo.removed', ...about }, now);
  };

  return (turn: PushTurn, replica: Replica, mutation: Mutation): AppliedMutation => {
    const { communityId, replicaId } = turn.request;
    const { outcome, eventAt } = decide({
      scope: writeScopeOf(turn, replica, mutation),
      communityId,
      mutation,
      rev: spaces.nextRev(communityId),
      now: turn.now,
      previousEventAt: replica.lastEventAt,
      newId,
    });
    const { accountId } = turn.scope;
    if (outcome.outcome === 'applied' && mutation.name === 'photo.remove') noteRemovedPhoto(turn, mutation);
    const kept = outcome.reason === 'erased' ? { ...mutation, args: erasedArgs } : withoutNumber(mutation, outcome);
    logMutation(writer, communityId, { replicaId, accountId, mutation: kept, outcome, eventAt, receivedAt: turn.now });
    return { outcome, eventAt };
  };
};
