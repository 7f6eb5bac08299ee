import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Is a change of a file that the disk may or may not have kept. */
type Change = { readonly offset: number; readonly data: Buffer } | { readonly size: number };

interface Inode {
  /** What the disk has promised to keep. */
  synced: Buffer;
  pending: Change[];
}

/** Is a folder on a disk whose power can fail: what was not asked to be kept may be gone. */
export interface PowerLossDisk {
  readonly has: (path: string) => boolean;
  readonly create: (path: string) => void;
  readonly write: (path: string, offset: number, data: Buffer) => void;
  readonly truncate: (path: string, size: number) => void;
  readonly remove: (path: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** Marks where a file or directory stands when it is asked to be kept; the promise holds once the returned function is called. */
  readonly beginSync: (path: string) => () => void;
  /** Writes down what is there after the power failed. `survives` decides for every sector and change that was not asked to be kept. */
  readonly fail: (folder: string, survives: () => boolean) => void;
}

const sectorBytes = 512;

/** Creates a disk that holds files safely, by their paths below the folder. */
export const createPowerLossDisk = (files: ReadonlyMap<string, Buffer>): PowerLossDisk => {
  const names = new Map<string, Inode>();
  for (const [path, synced] of files) names.set(path, { synced, pending: [] });
  const syncedNames = new Map(names);
  const inodeOf = (path: string): Inode => {
    const found = names.get(path);
    if (found === undefined) throw new Error(`${path} was written before it was made`);
    return found;
  };
  return {
    has: (path) => names.has(path),
    create: (path) => void names.set(path, { synced: Buffer.alloc(0), pending: [] }),
    write: (path, offset, data) => void inodeOf(path).pending.push({ offset, data }),
    truncate: (path, size) => void inodeOf(path).pending.push({ size }),
    remove: (path) => void names.delete(path),
    rename: (from, to) => {
      names.set(to, inodeOf(from));
      names.delete(from);
    },
    beginSync: (path) => {
      const inode = names.get(path);
      return inode === undefined ? syncDirectory(path, names, syncedNames) : syncFile(inode);
    },
    fail: (folder, survives) => {
      const left = survives() ? names : syncedNames;
      for (const [path, { synced, pending }] of left) {
        const kept = pending.flatMap((change) => tear(change, survives));
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), applyChanges(synced, kept));
      }
    },
  };
};

/** What is written while the disk works is not part of the promise. */
const syncFile = (inode: Inode): (() => void) => {
  const promised = [...inode.pending];
  return () => {
    inode.synced = applyChanges(inode.synced, promised);
    inode.pending = inode.pending.filter((change) => !promised.includes(change));
  };
};

const syncDirectory = (path: string, names: Map<string, Inode>, syncedNames: Map<string, Inode>): (() => void) => {
  const isIn = (file: string): boolean => dirname(join('/', file)) === join('/', path);
  const promised = [...names].filter(([file]) => isIn(file));
  return () => {
    for (const file of [...syncedNames.keys()]) if (isIn(file)) syncedNames.delete(file);
    for (const [file, inode] of promised) syncedNames.set(file, inode);
  };
};

/** A disk writes sectors; the power may fail between any two. */
const tear = (change: Change, survives: () => boolean): readonly Change[] => {
  if ('size' in change) return survives() ? [change] : [];
  const { offset, data } = change;
  const kept: Change[] = [];
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + sectorBytes - ((offset + from) % sectorBytes));
    if (survives()) kept.push({ offset: offset + from, data: data.subarray(from, to) });
    from = to;
  }
  return kept;
};

const applyChanges = (before: Buffer, changes: readonly Change[]): Buffer => {
  if (changes.length === 0) return before;
  const size = (change: Change): number => ('size' in change ? change.size : change.offset + change.data.length);
  const room = Buffer.alloc(Math.max(before.length, ...changes.map(size)));
  before.copy(room);
  let length = before.length;
  for (const change of changes) {
    if ('data' in change) {
      change.data.copy(room, change.offset);
      length = Math.max(length, size(change));
    } else {
      // What lies behind a shortened end is zeros when the file grows again.
      if (change.size < length) room.fill(0, change.size, length);
      length = change.size;
    }
  }
  return room.subarray(0, length);
};
