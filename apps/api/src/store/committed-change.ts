/** Is what one commit changed that others need to hear of: never a value. */
export interface CommittedChange {
  /** By community: where its counter stands now, and the buckets that something happened in. */
  readonly communities: ReadonlyMap<string, { readonly top: number; readonly buckets: ReadonlySet<string> }>;
  /** The accounts whose postings, sessions or state changed. */
  readonly accounts: ReadonlySet<string>;
}
