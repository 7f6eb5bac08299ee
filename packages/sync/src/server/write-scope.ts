import type { Bucket, MutationName } from '@lianxin/protocol';

/** Is what an author may write, taken from the session's postings alone. */
export interface WriteScope {
  readonly userId: string;
  readonly userName: string;
  /** The grids of the community whose records the author may change. */
  readonly gridBuckets: ReadonlySet<Bucket>;
  /** The grids that the author has left, for a mutation that tells of the time before; empty for all others. */
  readonly formerGridBuckets: ReadonlySet<Bucket>;
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

/** Says whether the mutation was taken in only because its author worked there at the time. */
export const isHandedOver = (scope: WriteScope, subjects: readonly (readonly Bucket[])[]): boolean =>
  subjects.some((buckets) => !buckets.some((bucket) => scope.gridBuckets.has(bucket)));

const isWritable = (scope: WriteScope, bucket: Bucket): boolean =>
  scope.gridBuckets.has(bucket) || scope.formerGridBuckets.has(bucket);
