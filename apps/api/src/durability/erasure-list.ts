import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { writeWhole } from './durable-files.ts';

/** Is one person whose values were erased: ids and a moment, nothing that was erased. */
export const erasureSchema = z.object({
  communityId: z.string(),
  personId: z.string(),
  at: z.int(),
  actorId: z.nullable(z.string()),
});

/** Is one person whose values were erased. */
export type Erasure = z.infer<typeof erasureSchema>;

/** Names the list of erasures in a folder. */
export const erasureListName = 'erasures.jsonl';

/** Names whom an erasure is about. */
export const erasureKey = ({ communityId, personId }: Pick<Erasure, 'communityId' | 'personId'>): string =>
  `${communityId} ${personId}`;

/** Reads the erasures that the lists of these folders hold together, oldest first. A line that was written half is left out. */
export const readErasures = (directories: readonly string[]): readonly Erasure[] => {
  const byPerson = new Map<string, Erasure>();
  for (const erasure of directories.flatMap(readList)) {
    const key = erasureKey(erasure);
    const known = byPerson.get(key);
    if (known === undefined || erasure.at < known.at) byPerson.set(key, erasure);
  }
  return [...byPerson.values()].sort((a, b) => a.at - b.at);
};

/** Brings the list of a folder up to date with others: a backup made before an erasure must not bring a person back. */
export const copyErasures = (from: readonly string[], to: string): void => {
  const all = readErasures([...from, to]);
  if (all.length > 0)
    writeWhole(join(to, erasureListName), all.map((erasure) => `${JSON.stringify(erasure)}\n`).join(''));
};

const readList = (directory: string): readonly Erasure[] => {
  const path = join(directory, erasureListName);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => parseLine(line) ?? []);
};

const parseLine = (line: string): Erasure | undefined => {
  try {
    return erasureSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};
