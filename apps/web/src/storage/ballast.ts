import type { Table } from 'dexie';

/** Is the one value of the ballast table. */
export interface RestingBallast {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** Room for thousands of saved visits. */
const ballastBytes = 4 * 1024 * 1024;
/** Less free room than this is left to others. */
const leastFreeBytes = 8 * ballastBytes;
const key = 'ballast';
/** The most random bytes that one call gives. */
const pieceBytes = 65_536;

/** Holds room free for the outbox: taken while there is plenty, given up when a save finds no room. */
export interface Ballast {
  /** Takes the room if it is not held and there is plenty; never an error, because nothing depends on it. */
  readonly take: (freeBytes: number | null) => Promise<void>;
  /** Gives the room up; false when there was none to give. */
  readonly release: () => Promise<boolean>;
}

/** Makes the ballast of an account's database. */
export const createBallast = (table: Table<RestingBallast, string>): Ballast => ({
  take: async (freeBytes) => {
    if (freeBytes === null || freeBytes < leastFreeBytes) return;
    try {
      if ((await table.where('key').equals(key).count()) > 0) return;
      await table.put({ key, bytes: incompressible(ballastBytes) });
    } catch {
      // No room to hold room: the save that needs it will say so.
    }
  },
  release: async () => {
    try {
      return (await table.where('key').equals(key).delete()) > 0;
    } catch {
      return false;
    }
  },
});

/** Random, because browsers compress what they store and zeros would hold no room at all. */
const incompressible = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += pieceBytes) crypto.getRandomValues(bytes.subarray(at, at + pieceBytes));
  return bytes;
};
