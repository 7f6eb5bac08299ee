import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assert, isPhotoHash } from '@lianxin/domain';
import type { Keyring } from '../crypto/keyring.ts';
import { syncFolder, writeDurably } from './write-durably.ts';

/** Names one picture: the same bytes in two communities are two. */
export interface PhotoName {
  readonly communityId: string;
  readonly sha256: string;
}

/** Keeps pictures as sealed files, each under the hash of what is in it. A name stands for a whole file or for none, also after a power loss. */
export interface PhotoFolder {
  readonly write: (photo: PhotoName, bytes: Uint8Array) => Promise<void>;
  /** Opens a picture; undefined when there is none. */
  readonly read: (photo: PhotoName) => Promise<Buffer | undefined>;
  readonly has: (photo: PhotoName) => Promise<boolean>;
  /** Keeps the bytes of an unfinished picture from an offset on. */
  readonly writePart: (photo: PhotoName, from: number, bytes: Uint8Array) => Promise<void>;
  /** Joins the parts that lie one behind the other up to a length; undefined when one is missing. */
  readonly joinParts: (photo: PhotoName, length: number) => Promise<Buffer | undefined>;
  readonly removeParts: (photo: PhotoName) => Promise<void>;
  /** Erases a picture with its parts. */
  readonly remove: (photo: PhotoName) => Promise<void>;
  /** Lists what nobody has written to since a moment, whole or in parts. */
  readonly untouchedSince: (moment: number) => Promise<readonly PhotoName[]>;
}

/** Names the folder of the pictures in a data directory. */
export const photoFolderName = 'photos';

/** Tells where a picture lies below a folder of pictures. Nothing but an id and a hash ever becomes a path. */
export const photoPath = (root: string, { communityId, sha256 }: PhotoName): string => {
  assert(/^[A-Za-z0-9_-]{16,64}$/.test(communityId) && isPhotoHash(sha256), 'no name of a picture');
  return join(root, communityId, sha256);
};

/** Opens the folder of the pictures of a data directory. */
export const openPhotoFolder = (dataDirectory: string, keyring: Keyring): PhotoFolder => {
  const root = join(dataDirectory, photoFolderName);
  const pathOf = (photo: PhotoName): string => photoPath(root, photo);
  const partOf = (photo: PhotoName, from: number): string => `${pathOf(photo)}.${from}.part`;
  const placeOf = ({ communityId, sha256 }: PhotoName, from?: number): string =>
    `photo ${communityId} ${sha256}${from === undefined ? '' : ` ${from}`}`;
  const openAt = async (path: string, place: string): Promise<Buffer | undefined> => {
    const sealed = await readIfThere(path);
    return sealed && keyring.openBytes(sealed, place);
  };
  const removeParts = async (photo: PhotoName): Promise<void> => {
    const folder = dirname(pathOf(photo));
    const names = await namesIn(folder);
    const parts = names.filter((name) => name.startsWith(`${photo.sha256}.`));
    for (const name of parts) await rm(join(folder, name), { force: true });
    if (parts.length > 0) await syncFolder(folder);
  };
  return {
    write: (photo, bytes) => writeDurably(pathOf(photo), keyring.sealBytes(bytes, placeOf(photo))),
    read: (photo) => openAt(pathOf(photo), placeOf(photo)),
    has: async (photo) => (await stat(pathOf(photo)).catch(() => undefined)) !== undefined,
    writePart: (photo, from, bytes) =>
      writeDurably(partOf(photo, from), keyring.sealBytes(bytes, placeOf(photo, from))),
    joinParts: async (photo, length) => {
      const parts: Buffer[] = [];
      for (let from = 0; from < length; ) {
        const part = await openAt(partOf(photo, from), placeOf(photo, from));
        if (part === undefined || part.length === 0) return undefined;
        parts.push(part);
        from += part.length;
      }
      return Buffer.concat(parts);
    },
    removeParts,
    untouchedSince: async (moment) => {
      const found = new Map<string, PhotoName>();
      for (const communityId of await namesIn(root)) {
        for (const name of await namesIn(join(root, communityId))) {
          const sha256 = name.slice(0, 64);
          const file = await stat(join(root, communityId, name)).catch(() => undefined);
          if (isPhotoHash(sha256) && file !== undefined && file.mtimeMs < moment)
            found.set(`${communityId} ${sha256}`, { communityId, sha256 });
        }
      }
      return [...found.values()];
    },
    remove: async (photo) => {
      await removeParts(photo);
      if ((await stat(pathOf(photo)).catch(() => undefined)) === undefined) return;
      await rm(pathOf(photo), { force: true });
      await syncFolder(dirname(pathOf(photo)));
    },
  };
};

const readIfThere = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
};

const namesIn = async (folder: string): Promise<readonly string[]> => await readdir(folder).catch(() => []);
