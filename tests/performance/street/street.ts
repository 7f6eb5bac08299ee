import { randomUUID } from 'node:crypto';

/** A community of a street: ten of them are 100,000 residents in 38,000 households with a year of visits. */
export const communityShape = {
  grids: 20,
  householdsPerGrid: 190,
  residents: 10_000,
  visits: 100_000,
  workers: 50,
} as const;

/** Is how much register a community has. */
export interface RegisterShape {
  readonly grids: number;
  readonly householdsPerGrid: number;
  readonly residents: number;
}

/** Is one door with who lives behind it. */
export interface StreetDoor {
  readonly dwellingId: string;
  readonly householdId: string;
  readonly personIds: readonly string[];
}

/** Is a grid with its doors, in walking order. */
export interface StreetGrid {
  readonly id: string;
  readonly doors: readonly StreetDoor[];
}

/** Is a worker with a session and the phone they work with. */
export interface StreetWorker {
  readonly accountId: string;
  readonly name: string;
  readonly token: string;
  readonly gridId: string;
  readonly replicaId: string;
}

/** Is a community as the load generator needs to know it. */
export interface StreetCommunity {
  readonly id: string;
  readonly epoch: string;
  readonly grids: readonly StreetGrid[];
  readonly workers: readonly StreetWorker[];
  /** The counter when everything was loaded, and as it was a week before. */
  readonly top: number;
  readonly weekAgo: number;
}

/** Is what was loaded into a data directory. */
export interface Street {
  readonly communities: readonly StreetCommunity[];
}

/** Makes an id of a moment as phones make them (UUID version 7): those of one time lie side by side in an index. It ends with the mark of the community that it is invented for. */
export const idAt = (at: number, mark = communityMark(0)): string => {
  const time = at.toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15, 24)}${mark}${random.slice(32)}`;
};

/** Tells a community by a text in all its ids, so that one that is written can be copied as another. */
export const communityMark = (number: number): string => `c0ffee${String(number).padStart(2, '0')}`;
