import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { filesBelow } from './files-below.mjs';

const gzipBytes = promisify(gzip);

/**
 * Writes a .gz beside every text file of a folder, so that the server need not compress the same bytes each time.
 * @param {string} folder
 */
export const compressFiles = async (folder) => {
  const files = filesBelow(folder).filter((file) => /\.(js|css|html|svg|json|webmanifest|txt|wasm)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      await writeFile(`${file}.gz`, await gzipBytes(bytes, { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
};
