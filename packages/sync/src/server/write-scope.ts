import type { Bucket, MutationName } from '@lianxin/protocol';
import type { StoredRow } from '../merge/index.ts';

/** Is what an author may write, taken from the session's postings alone. */
export interface WriteScope {
  readonly userId: string;
  readonly userName: string;
  /** The grids of the community whose records the author may change. */
  readonly gridBuckets: ReadonlySet<Bucket>;
  /** The grids that the author has left, for a mutation that tells of the time before; empty for all others. */
  readonly formerGridBuckets: ReadonlySet<Bucket>;
  /** Whether the author worked a grid of the community once: what they may no longer write waits for whoever works there now. */
  readonly hasLeftGrids: boolean;
  readonly isVolunteer: boolean;
  /** Whether the author is posted in the community at all. */
  readonly isPosted: boolean;
  /** Whether the account was disabled: everything it still hands in is held. */
  readonly isDisabled: boolean;
}

const volunteerMutations: ReadonlySet<MutationName> = new Set([
  'wish.claim',
  'wish.release',
  'wish.finish',
  'help.log',
]);

/** Says whether the author's role allows this kind of mutation at all. */
export const mayMutate = (scope: WriteScope, name: MutationName): boolean => {
  if (!scope.isPosted) return false;
  if (scope.gridBuckets.size + scope.formerGridBuckets.size > 0) return true;
  return scope.isVolunteer ? volunteerMutations.has(name) : name === 'help.log';
};

/** Says whether every record the mutation is about lies in a grid of the author. */
export const isInScope = (scope: WriteScope, subjects: readonly (readonly Bucket[])[]): boolean =>
  subjects.every((buckets) => buckets.some((bucket) => isWritable(scope, bucket)));

/** What is only ever added and tells of something seen at a door: an ex-worker's is still taken in. Their edits wait for a person instead. */
export const lateMutations: ReadonlySet<string> = new Set<MutationName>([
  'visit.log',
  'need.raise',
  'answers.give',
  'photo.add',
]);

/** Says whether what was seen at a door now lies in a grid that its author does not work in. */
export const isHandedOver = (scope: WriteScope, name: MutationName, writes: readonly StoredRow[]): boolean =>
  lateMutations.has(name) && writes.some((row) => !row.buckets.some((bucket) => scope.gridBuckets.has(bucket)));

const isWritable = (scope: WriteScope, bucket: Bucket): boolean =>
  scope.gridBuckets.has(bucket) || scope.formerGridBuckets.has(bucket);
