import type { Instant, Json } from '@lianxin/domain';
import {
  type Mutation,
  type MutationOutcome,
  maxPushBytes,
  maxPushMutations,
  type PushAnswer,
  type PushRequest,
  schemaVersion,
} from '@lianxin/protocol';
import { keepUntilSafe, safelyBackedUp } from './kept.ts';
import {
  type AttentionEntry,
  emptyChange,
  type LocalChange,
  type LocalState,
  type OutboxEntry,
} from './local-state.ts';
import { utf8Length } from './stage.ts';
import { startOver } from './start-over.ts';

/** Plans the next push: unacknowledged mutations in order, as many as fit. Null when there is nothing to send. `limit` halves after a 413. */
export const planPush = (state: LocalState, limit: number = maxPushMutations): PushRequest | null => {
  const waiting = state.outbox.filter((entry) => entry.acknowledgedRev === null);
  if (waiting.length === 0) return null;
  const mutations: Mutation[] = [];
  let bytes = 1_024;
  for (const entry of waiting.slice(0, limit)) {
    const mutation = toMutation(entry);
    bytes += utf8Length(JSON.stringify(mutation)) + 1;
    if (mutations.length > 0 && bytes > maxPushBytes) break;
    mutations.push(mutation);
  }
  return { ...emptyPush(state), mutations, left: waiting.length - mutations.length };
};

/** Plans a push that brings nothing and only hears what the server says. */
export const emptyPush = ({ meta, outbox }: LocalState): PushRequest => ({
  version: 1,
  schema: schemaVersion,
  communityId: meta.communityId,
  epoch: meta.epoch,
  replicaId: meta.replicaId,
  mutations: [],
  left: outbox.filter((entry) => entry.acknowledgedRev === null).length,
});

/** Takes the answer to a push. Answers to a former replica id or from another history of the server are ignored; refused and held mutations move to where a person sees them. */
export const takePushAnswer = (
  state: LocalState,
  answer: PushAnswer,
  local: { readonly now: Instant; readonly newReplicaId: string },
): LocalChange | null => {
  const { meta } = state;
  if (answer.replicaId !== meta.replicaId) return null;
  if (meta.epoch !== null && answer.epoch !== meta.epoch && answer.stop !== 'epoch') return null;
  const entries = new Map(state.outbox.map((entry) => [entry.id, entry]));
  const change = emptyChange(meta);
  const known = answer.outcomes.flatMap((outcome) => {
    const entry = entries.get(outcome.id);
    return entry === undefined || entry.acknowledgedRev !== null ? [] : [{ entry, outcome }];
  });
  const isAccepted = ({ outcome }: Known): boolean => outcome.outcome === 'applied' || outcome.outcome === 'merged';
  // An accepted mutation stays in the outbox until a checkpoint shows its effect; all others have said their last here.
  const isWaiting = (one: Known): boolean => isAccepted(one) && one.outcome.rev > meta.checkpoint;
  const ended = known.filter((one) => !isWaiting(one));
  const taken: LocalChange = {
    ...change,
    meta: {
      ...change.meta,
      epoch: meta.epoch ?? answer.epoch,
      safe: answer.safe,
      offsetMs: answer.serverNow - local.now,
      lastContactAt: local.now,
    },
    putOutbox: known.filter(isWaiting).map(({ entry, outcome }) => ({ ...entry, acknowledgedRev: outcome.rev })),
    removeOutbox: ended.map(({ entry }) => entry.n),
    // What another history of the server had held may be applied in this one; the old notice would be untrue.
    removeAttention: known.filter(isAccepted).map(({ entry }) => entry.id),
    putAttention: known.flatMap(({ entry, outcome }) => toAttention(entry, outcome)),
    putKept: keepUntilSafe(
      ended
        .filter(({ outcome }) => outcome.reason !== 'erased')
        .map(({ entry, outcome }) => ({ entry, rev: outcome.rev })),
      answer.safe,
    ),
    removeKept: safelyBackedUp(state, answer.safe),
  };
  if (answer.stop === 'fork' || answer.stop === 'gap') return renumber(state, taken, local.newReplicaId);
  if (answer.stop === 'epoch')
    return startOver(state, taken, { epoch: answer.epoch, newReplicaId: local.newReplicaId });
  return taken;
};

/**
 * A cloned or rolled-back phone goes on under a new replica id: the whole outbox is numbered from 1 again and keeps its ids. What was acknowledged is
 * offered again, because the new line must start at 1 without a gap; the server knows its id and repeats the outcome.
 */
const renumber = (state: LocalState, taken: LocalChange, replicaId: string): LocalChange => {
  const gone = new Set(taken.removeOutbox);
  const left = state.outbox.filter((entry) => !gone.has(entry.n));
  const putOutbox = left.map((entry, index) => ({ ...entry, n: index + 1, acknowledgedRev: null }));
  return {
    ...taken,
    meta: { ...taken.meta, replicaId, nextN: putOutbox.length + 1 },
    removeOutbox: state.outbox.map((entry) => entry.n),
    putOutbox,
  };
};

const toMutation = (entry: OutboxEntry): Mutation => ({
  id: entry.id,
  n: entry.n,
  name: entry.name,
  version: entry.version,
  at: entry.at,
  offsetMs: entry.offsetMs,
  args: toJson(entry.args),
});

/** The arguments were JSON when they were staged; a copy through JSON keeps that true for the compiler and the wire. */
const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

interface Known {
  readonly entry: OutboxEntry;
  readonly outcome: MutationOutcome;
}

const toAttention = (entry: OutboxEntry, outcome: MutationOutcome): readonly AttentionEntry[] => {
  const kind = attentionKind(outcome);
  if (kind === null) return [];
  const { id, communityId, name, version, at } = entry;
  // What was erased must not stay in the notice that says so.
  const args = outcome.reason === 'erased' ? {} : entry.args;
  return [{ id, communityId, name, version, at, args, outcome: kind, reason: outcome.reason, field: outcome.field }];
};

const attentionKind = ({ outcome, reason }: MutationOutcome): AttentionEntry['outcome'] | null => {
  if (outcome === 'held' || outcome === 'refused') return outcome;
  return reason === 'handedOver' ? 'handedOver' : null;
};
