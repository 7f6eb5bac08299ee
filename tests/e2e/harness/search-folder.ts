import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Lists the files below a folder that hold a text as bytes, however a browser may write it: UTF-8, or UTF-16 as V8 keeps Chinese. */
export const filesHolding = (folder: string, text: string): readonly string[] => {
  const needles = (['utf8', 'utf16le'] as const).map((encoding) => Buffer.from(text, encoding));
  return filesBelow(folder)
    .filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    })
    .map((file) => relative(folder, file));
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    // Sockets and locks of a browser that has just ended lead nowhere.
    if (found === undefined) return [];
    if (found.isDirectory()) return filesBelow(path);
    return found.isFile() ? [path] : [];
  });
