import type { Instant } from '@lianxin/domain';
import type { MutationOutcome, Segment } from '@lianxin/protocol';
import type { Digest, StoredRow } from '@lianxin/sync/merge';
import type { FeedEntry } from '@lianxin/sync/server';

/** Is a mutation as the server keeps it, with its outcome and payload. */
export interface StoredMutation {
  readonly outcome: MutationOutcome;
  readonly name: string;
  readonly args: unknown;
  readonly userId: string;
  readonly replicaId: string;
  readonly eventAt: Instant;
}

/** Is what the server knows of one replica. */
export interface StoredReplica {
  readonly userId: string;
  readonly lastN: number;
  readonly lastEventAt: Instant;
}

/** Is everything the server keeps of one community. */
export interface Space {
  readonly communityId: string;
  epoch: string;
  seq: number;
  readonly rows: Map<string, StoredRow>;
  readonly feed: Map<string, FeedEntry>;
  readonly digests: Map<string, Digest>;
  readonly mutations: Map<string, StoredMutation>;
  readonly replicas: Map<string, StoredReplica>;
  /** What is given out as segments, by hash. */
  readonly segments: Map<string, Segment>;
  /** Counts how often the effects of a mutation were written. */
  readonly effects: Map<string, number>;
}
