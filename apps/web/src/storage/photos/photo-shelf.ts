import type { Table } from 'dexie';
import type { Codec, SealPlace } from '../codec.ts';
import type { PhotoStanding, RestingPhoto } from './resting-photo.ts';

/** Is where the pictures of one community rest on this phone, sealed. */
export interface PhotoShelf {
  /** Reads how every picture stands; the pictures themselves stay where they are. */
  readonly list: () => Promise<readonly PhotoStanding[]>;
  readonly put: (standing: PhotoStanding, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Opens a picture; null when it is not on this phone. */
  readonly open: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly note: (sha256: string, change: Partial<PhotoStanding>) => Promise<void>;
  readonly remove: (sha256: string) => Promise<void>;
}

/** Is what a shelf rests on. */
export interface ShelfPorts {
  readonly table: Table<RestingPhoto, string>;
  readonly codec: Codec;
  readonly accountId: string;
  readonly communityId: string;
}

/** Opens the shelf. A picture is sealed before the transaction and kept as bytes: stored blobs came back damaged from some phones. */
export const createPhotoShelf = ({ table, codec, accountId, communityId }: ShelfPorts): PhotoShelf => {
  const place = (sha256: string): SealPlace => ({ accountId, table: 'photos', id: sha256 });
  return {
    list: async () => {
      const found: PhotoStanding[] = [];
      await table
        .where('communityId')
        .equals(communityId)
        .each(({ sealed: _, ...standing }) => void found.push(standing));
      return found;
    },
    put: async (standing, bytes) => {
      const sealed = await codec.sealBytes(place(standing.sha256), bytes);
      await table.put({ ...standing, sealed });
    },
    open: async (sha256) => {
      const resting = await table.get(sha256);
      return resting === undefined ? null : await codec.openBytes(place(sha256), resting.sealed);
    },
    note: async (sha256, change) => void (await table.update(sha256, change)),
    remove: (sha256) => table.delete(sha256),
  };
};
