import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type PhotoName, photoFolderName, photoPath } from '../photos/photo-folder.ts';
import { writeDurably } from '../photos/write-durably.ts';
import { writeWhole } from './durable-files.ts';
import { wholePhotos } from './photo-names.ts';

/** Tells what a backup has of the pictures. */
export interface BackedUpPhotos {
  readonly count: number;
  /** How many the database tells of that are neither beside it nor in an earlier backup. */
  readonly missing: number;
}

/** Is where pictures are taken from and where they go. */
export interface PhotoBackup {
  /** The checked copy of the database: its pictures are the backup's. */
  readonly copy: string;
  readonly dataDirectory: string;
  readonly backupDirectory: string;
}

/** Names the list of a backup's pictures. */
export const photoListOf = (file: string): string => `${file}.photos`;

/**
 * Copies the pictures of a backup beside it, only those that no earlier backup has brought: a picture never changes under its hash. They stay sealed as they
 * are; each is read back and compared.
 */
export const backUpPhotos = async (
  { copy, dataDirectory, backupDirectory }: PhotoBackup,
  target: string,
): Promise<BackedUpPhotos> => {
  const sqlite = new Database(copy, { readonly: true });
  const photos = wholePhotos(sqlite);
  sqlite.close();
  const kept: PhotoName[] = [];
  for (const photo of photos) {
    const from = photoPath(join(dataDirectory, photoFolderName), photo);
    const to = photoPath(join(backupDirectory, photoFolderName), photo);
    if (await bring(from, to)) kept.push(photo);
  }
  if (photos.length > 0) writeWhole(photoListOf(target), kept.map(lineOf).join(''));
  return { count: kept.length, missing: photos.length - kept.length };
};

const lineOf = ({ communityId, sha256 }: PhotoName): string => `${communityId}/${sha256}\n`;

/** Says whether the picture is in the backup folder now. */
const bring = async (from: string, to: string): Promise<boolean> => {
  const size = statSync(from, { throwIfNoEntry: false })?.size;
  const there = statSync(to, { throwIfNoEntry: false })?.size;
  if (size === undefined) return there !== undefined;
  if (there === size) return true;
  const bytes = await readFile(from);
  await writeDurably(to, bytes);
  return hashOf(await readFile(to)) === hashOf(bytes);
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Tells how much room the pictures need that no backup has yet. */
export const newPhotoBytes = (dataDirectory: string, backupDirectory: string): number => {
  const [from, to] = [dataDirectory, backupDirectory].map((folder) => join(folder, photoFolderName));
  if (from === undefined || to === undefined || !existsSync(from)) return 0;
  return filesBelow(from)
    .filter((name) => !existsSync(join(to, name)))
    .reduce((sum, name) => sum + (statSync(join(from, name), { throwIfNoEntry: false })?.size ?? 0), 0);
};

/** Takes the pictures away that no backup names any more. Where a list is missing nothing is taken: it may have named any of them. */
export const thinPhotos = (
  backupDirectory: string,
  files: readonly { readonly file: string; readonly photos: number }[],
): void => {
  const root = join(backupDirectory, photoFolderName);
  const withPhotos = files
    .filter(({ photos }) => photos > 0)
    .map(({ file }) => photoListOf(join(backupDirectory, file)));
  if (!existsSync(root) || !withPhotos.every((list) => existsSync(list))) return;
  const named = new Set(withPhotos.flatMap((list) => readFileSync(list, 'utf8').split('\n')));
  for (const name of filesBelow(root)) if (!named.has(name)) rmSync(join(root, name), { force: true });
};

const filesBelow = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
