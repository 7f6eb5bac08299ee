import type { Table } from 'dexie';
import type { RestingPhoto } from './resting-photo.ts';

/** Gives up pictures that the server has, when a save needs the room; false when there were none. */
export const freeSentPhotos = async (table: Table<RestingPhoto, string>): Promise<boolean> => {
  try {
    return (await table.filter(({ sentAt }) => sentAt !== null).delete()) > 0;
  } catch {
    return false;
  }
};
