import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncDirectory } from './durable-files.ts';
import { type Erasure, erasureListName } from './erasure-list.ts';

/** Adds a line to the list beside the witness and makes it durable: a database that is put back later is held to it. */
export const appendErasure = (directory: string, { communityId, personId, at, actorId }: Erasure): void => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, erasureListName);
  const isNew = !existsSync(path);
  const fd = openSync(path, 'a', 0o600);
  // A line that a crash tore must not swallow the next one, so each begins on its own.
  writeSync(fd, `${isNew ? '' : '\n'}${JSON.stringify({ communityId, personId, at, actorId })}\n`);
  fsyncSync(fd);
  closeSync(fd);
  if (isNew) syncDirectory(dirname(path));
};
