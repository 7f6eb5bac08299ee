import type { Mutation, MutationOutcome, Segment, WireRow } from '@lianxin/protocol';
import type { Reading, StoredRow } from '@lianxin/sync/merge';
import {
  type Admission,
  admitMutation,
  type DecidedMutation,
  type DecisionInput,
  decideMutation,
  type FeedEntry,
  feedChanges,
  toWireRow,
} from '@lianxin/sync/server';
import type { Space } from '../server/space.ts';

/** Is where a mutation comes from, for a step that asks. */
export interface DecisionPlace {
  readonly space: Readonly<Space>;
  readonly replicaId: string;
}

/** Is the pure steps that a server takes: the project's own, or the same with one mechanism switched off. */
export interface ServerSteps {
  readonly admit: (lastN: number, mutation: Mutation, stored: MutationOutcome | undefined) => Admission;
  readonly decide: (input: DecisionInput, place: DecisionPlace) => Reading<DecidedMutation>;
  readonly feedChanges: (before: StoredRow | undefined, after: StoredRow) => readonly FeedEntry[];
  readonly toWireRow: (entry: FeedEntry, row: StoredRow | undefined) => WireRow;
  /** Says whether a segment may not be given out any more when a row is written. */
  readonly givesUp: (segment: Segment, row: StoredRow) => boolean;
}

/** Is how a server treats its transactions and backups. */
export interface ServerHabits {
  /** An answer leaves only after its COMMIT. */
  readonly answersAfterCommit: boolean;
  /** The counter moves inside the write transaction, which nobody else enters before its COMMIT. */
  readonly countsInTransaction: boolean;
  /** A mutation whose rule breaks is held, and the next one goes on. */
  readonly outlivesBrokenRules: boolean;
  /** A page ends where it is long enough. */
  readonly cutsPages: boolean;
  /** A restored backup is another epoch. */
  readonly restoresAsNewEpoch: boolean;
  /** A restored backup counts on from far above every rev that was ever given. */
  readonly jumpsWhenRestored: boolean;
  /** A second place remembers how far the counter had come when the newest backup is older. */
  readonly remembersHighWater: boolean;
  /** Who waits for a segment that was given up is told to ask for its bucket again. */
  readonly tellsGivenUp: boolean;
}

/** Is the steps of a real server. */
export const serverSteps: ServerSteps = {
  admit: admitMutation,
  decide: (input) => decideMutation(input),
  feedChanges,
  toWireRow,
  givesUp: (segment, row) => segment.table === row.table && segment.ids.includes(row.id),
};

/** Is the habits of a real server. */
export const serverHabits: ServerHabits = {
  answersAfterCommit: true,
  countsInTransaction: true,
  outlivesBrokenRules: true,
  cutsPages: true,
  restoresAsNewEpoch: true,
  jumpsWhenRestored: true,
  remembersHighWater: true,
  tellsGivenUp: true,
};
