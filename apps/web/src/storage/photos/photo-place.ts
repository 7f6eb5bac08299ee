/** Names where photos are asked for. */
export interface PhotoPlace {
  readonly householdId: string | null;
  readonly dwellingId: string;
}
