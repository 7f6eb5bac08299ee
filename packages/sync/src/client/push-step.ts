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
import {
  type AttentionEntry,
  emptyChange,
  type LocalChange,
  type LocalState,
  type OutboxEntry,
} from './local-state.ts';
import { utf8Length } from './stage.ts';

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
  return {
    version: 1,
    schema: schemaVersion,
    communityId: state.meta.communityId,
    epoch: state.meta.epoch,
    replicaId: state.meta.replicaId,
    mutations,
    left: waiting.length - mutations.length,
  };
};

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
  const accepted = known.filter(({ outcome }) => outcome.outcome === 'applied' || outcome.outcome === 'merged');
  const attention = known.flatMap(({ entry, outcome }) => toAttention(entry, outcome));
  const taken: LocalChange = {
    ...change,
    meta: {
      ...change.meta,
      epoch: meta.epoch ?? answer.epoch,
      safe: answer.safe,
      offsetMs: answer.serverNow - local.now,
      lastContactAt: local.now,
    },
    putOutbox: accepted
      .filter(({ outcome }) => outcome.rev > meta.checkpoint)
      .map(({ entry, outcome }) => ({ ...entry, acknowledgedRev: outcome.rev })),
    removeOutbox: [
      ...accepted.filter(({ outcome }) => outcome.rev <= meta.checkpoint).map(({ entry }) => entry.n),
      ...attention.map(({ n }) => n),
    ],
    putAttention: attention.map(({ attention: item }) => item),
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

/** A new epoch is another history of the server: rows and cursors start over, and what the old history had acknowledged is offered again. */
const startOver = (
  state: LocalState,
  taken: LocalChange,
  line: { readonly epoch: string; readonly newReplicaId: string },
): LocalChange => {
  const renumbered = renumber(state, taken, line.newReplicaId);
  return {
    ...renumbered,
    meta: { ...renumbered.meta, epoch: line.epoch, have: {}, checkpoint: 0 },
    clearRows: true,
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

const toAttention = (
  entry: OutboxEntry,
  outcome: MutationOutcome,
): readonly { readonly n: number; readonly attention: AttentionEntry }[] => {
  if (outcome.outcome !== 'held' && outcome.outcome !== 'refused') return [];
  const { id, communityId, name, version, at, args } = entry;
  return [
    {
      n: entry.n,
      attention: {
        id,
        communityId,
        name,
        version,
        at,
        args,
        outcome: outcome.outcome,
        reason: outcome.reason,
        field: outcome.field,
      },
    },
  ];
};
