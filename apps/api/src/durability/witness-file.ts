import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { syncDirectory } from './durable-files.ts';
import type { HighWater } from './high-water.ts';
import { decodeNote, encodeNote, type WitnessNote } from './witness-slots.ts';

const fileName = 'high-water';
const smallestSlotBytes = 64 * 1024;

/** Is the second place that remembers how far the database has come. */
export interface WitnessFile {
  /** Writes over the older of the two slots without waiting for the disk. */
  readonly write: (highWater: HighWater) => void;
  /** Asks the disk to keep what was written, out of the way of requests. */
  readonly sync: () => void;
  /** Keeps what was written before it closes. */
  readonly close: () => void;
}

/** Tells what the witness of a folder remembers; missing before the first start, damaged when no slot is whole. */
export const readWitness = (directory: string): HighWater | 'missing' | 'damaged' => {
  try {
    return newestNote(readFileSync(join(directory, fileName)))?.highWater ?? 'damaged';
  } catch (cause) {
    return isMissing(cause) ? 'missing' : 'damaged';
  }
};

/** Opens the witness of a folder for writing, and makes it where there is none or none that is whole. */
export const openWitnessFile = (directory: string, highWater: HighWater): WitnessFile => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, fileName);
  const before = existsSync(path) ? newestNote(readFileSync(path)) : undefined;
  let generation = before?.generation ?? 0;
  let file = before === undefined ? createFile(path, { generation, highWater }) : openFile(path);
  const write = (next: HighWater): void => {
    generation += 1;
    const bytes = encodeNote({ generation, highWater: next });
    if (bytes.length > file.slotBytes) {
      closeSync(file.fd);
      file = createFile(path, { generation, highWater: next });
    } else writeSync(file.fd, bytes, 0, bytes.length, (generation % 2) * file.slotBytes);
  };
  write(highWater);
  return {
    write,
    sync: () => fdatasync(file.fd, () => undefined),
    close: () => {
      fsyncSync(file.fd);
      closeSync(file.fd);
    },
  };
};

interface SlotFile {
  readonly fd: number;
  readonly slotBytes: number;
}

const openFile = (path: string): SlotFile => {
  const fd = openSync(path, 'r+');
  return { fd, slotBytes: fstatSync(fd).size / 2 };
};

/** Makes the whole file at once, so that a later write needs no room that a full disk no longer has. */
const createFile = (path: string, note: WitnessNote): SlotFile => {
  const bytes = encodeNote(note);
  const slotBytes = Math.max(smallestSlotBytes, 2 ** Math.ceil(Math.log2(bytes.length * 2)));
  const slots = Buffer.alloc(slotBytes * 2, ' ');
  bytes.copy(slots, (note.generation % 2) * slotBytes);
  const fd = openSync(`${path}.new`, 'w+', 0o600);
  writeSync(fd, slots);
  fsyncSync(fd);
  renameSync(`${path}.new`, path);
  syncDirectory(dirname(path));
  return { fd, slotBytes };
};

const newestNote = (file: Buffer): WitnessNote | undefined => {
  const half = file.length / 2;
  const notes = [file.subarray(0, half), file.subarray(half)].flatMap((slot) => decodeNote(slot) ?? []);
  return notes.sort((a, b) => b.generation - a.generation)[0];
};

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
