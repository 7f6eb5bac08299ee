import type { Json } from '@lianxin/domain';
import type { Mutation } from '@lianxin/protocol';
import type { Space } from '../server/space.ts';
import type { ServerHabits, ServerSteps } from '../steps/server-steps.ts';
import { editsOf, withEdits } from './edit-args.ts';

type Wrap = (real: ServerSteps) => Partial<ServerSteps>;

/** Maps each mechanism of how a server treats transactions and backups to the habit without it. */
export const habitAblations = {
  ackBeforeCommit: { answersAfterCommit: false },
  autoIncCursor: { countsInTransaction: false },
  wholePages: { cutsPages: false },
  noEpoch: { restoresAsNewEpoch: false },
  noSeqJump: { jumpsWhenRestored: false },
  poisonBlocks: { outlivesBrokenRules: false },
  noHighWater: { remembersHighWater: false },
  neverAgain: { tellsGivenUp: false },
} as const satisfies Record<string, Partial<ServerHabits>>;

/** Maps each mechanism of a server's steps to the steps without it. */
export const serverAblations = {
  /** A repeated mutation is not recognised by its id. */
  noMidDedupe: (real) => ({ admit: (lastN, mutation) => real.admit(lastN, mutation, undefined) }),
  /** A used number is taken for a repetition, whatever the id says. */
  noForkCheck: (real) => ({
    admit: (lastN, mutation, stored) => {
      const admission = real.admit(lastN, mutation, stored);
      if (admission.type !== 'stop' || admission.stop !== 'fork') return admission;
      const outcome = {
        n: mutation.n,
        id: mutation.id,
        rev: 0,
        outcome: 'applied',
        reason: null,
        field: null,
      } as const;
      return { type: 'known', outcome, lastN };
    },
  }),
  /** A used number under an unknown id is taken on under the same replica id. */
  forkGoesOn: (real) => ({
    admit: (lastN, mutation, stored) => {
      const admission = real.admit(lastN, mutation, stored);
      return admission.type === 'stop' && admission.stop === 'fork' ? { type: 'apply', lastN } : admission;
    },
  }),
  /** The last edit to arrive wins, and nobody keeps the other value. */
  arrivalLwwSilent: (real) => ({
    decide: (input, place) => real.decide({ ...input, mutation: seeingEverything(input.mutation) }, place),
  }),
  /** Forbidden work is answered as if it were taken, and dropped. */
  denyDrops: (real) => ({
    *decide(input, place) {
      const decided = yield* real.decide(input, place);
      const isDenied = decided.outcome.outcome === 'held' || decided.outcome.outcome === 'refused';
      return isDenied
        ? { ...decided, writes: [], outcome: { ...decided.outcome, outcome: 'applied', reason: null, field: null } }
        : decided;
    },
  }),
  /** A row that leaves a bucket leaves no mark there. */
  noExitMarkers: (real) => ({
    feedChanges: (before, after) => real.feedChanges(before, after).filter((entry) => entry.op !== 'out'),
  }),
  /** A segment is given out for ever, whatever became of its rows. */
  segmentsOutliveRows: () => ({ givesUp: () => false }),
  /** A row travels with every column that the server has. */
  noProjection: (real) => ({
    toWireRow: (entry, row) => {
      const wire = real.toWireRow(entry, row);
      return wire.fields === null || row === undefined ? wire : { ...wire, fields: { ...row.fields } };
    },
  }),
  /** Whoever wrote a value on the same phone counts as having seen it. */
  ridAsSeen: (real) => ({
    decide: (input, { space, replicaId }) =>
      real.decide({ ...input, mutation: seeingOwn(input.mutation, space, replicaId) }, { space, replicaId }),
  }),
} as const satisfies Record<string, Wrap>;

const seeingEverything = (mutation: Mutation): Mutation =>
  mutation.name === 'record.edit'
    ? withEdits(mutation, (edit) => ({ ...edit, seen: Number.MAX_SAFE_INTEGER }))
    : mutation;

const seeingOwn = (mutation: Mutation, space: Readonly<Space>, replicaId: string): Mutation => {
  const target = editsOf(mutation);
  const row = target === null ? undefined : space.rows.get(`${target.table}/${target.id}`);
  if (row === undefined) return mutation;
  return withEdits(mutation, (edit): Record<string, Json> => {
    const mark = row.marks[edit.field] ?? row.marks['*'];
    const isOwn = mark !== undefined && space.mutations.get(mark.mutationId)?.replicaId === replicaId;
    return isOwn ? { ...edit, on: mark.mutationId } : { ...edit };
  });
};
