import { err, ok, type Result } from '@lianxin/domain';
import { readXls, readXlsx, type Workbook } from 'hucre/xlsx';
import { fileKindOf } from './file-kind.ts';
import type { Grid } from './grid.ts';
import { readCsv, type TextDecoders } from './read-csv.ts';
import type { ReadError } from './read-error.ts';
import { type ReadLimits, readLimits } from './read-limits.ts';
import { safePackageOf } from './safe-package.ts';
import { toGrid } from './to-grid.ts';

/** Is what reading needs from outside, and the limits for tests. */
export interface ReadOptions {
  readonly decoders: TextDecoders;
  readonly limits?: ReadLimits;
}

/** Reads .xlsx, .xls (BIFF8) or .csv bytes into plain grids, one per visible sheet that holds anything. Hostile, damaged and foreign files are error values. */
export const readWorkbook = async (
  file: Uint8Array,
  options: ReadOptions,
): Promise<Result<readonly Grid[], ReadError>> => {
  const limits = options.limits ?? readLimits;
  if (file.length === 0) return err({ type: 'FileEmpty' });
  if (file.length > limits.fileBytes) return err({ type: 'FileTooLarge', maxBytes: limits.fileBytes });
  const kind = fileKindOf(file);
  if (kind === 'other') return err({ type: 'UnsupportedFormat', format: 'other' });
  if (kind === 'text') {
    const grid = readCsv(file, options.decoders, limits);
    return grid.ok ? ok([grid.value]) : grid;
  }
  return kind === 'zip' ? readPackage(file, limits) : readCompoundFile(file, limits);
};

const readPackage = async (file: Uint8Array, limits: ReadLimits): Promise<Result<readonly Grid[], ReadError>> => {
  const safe = safePackageOf(file, limits);
  if (!safe.ok) return safe;
  try {
    // One stray formatted cell at the far end of a sheet would make the library reserve the whole rectangle.
    const range = `A1:${lastColumnLetters(limits.columns)}${limits.rows}`;
    return ok(toGrids(await readXlsx(safe.value, { range, sheets: isVisible }), limits));
  } catch {
    return err({ type: 'FileDamaged' });
  }
};

const readCompoundFile = async (file: Uint8Array, limits: ReadLimits): Promise<Result<readonly Grid[], ReadError>> => {
  if (includesUtf16(file, 'EncryptedPackage')) return err({ type: 'FileEncrypted' });
  try {
    return ok(toGrids(await readXls(file), limits));
  } catch {
    // A compound file may as well be a .doc, an old BIFF5 workbook or a damaged one: the advice is the same.
    return err({ type: 'UnsupportedFormat', format: 'compoundFile' });
  }
};

const isVisible = (sheet: { readonly hidden?: boolean; readonly veryHidden?: boolean }): boolean =>
  sheet.hidden !== true && sheet.veryHidden !== true;

/** A workbook with a password is a compound file around an encrypted package; its directory names that in UTF-16. */
const includesUtf16 = (file: Uint8Array, word: string): boolean => {
  for (let at = file.indexOf(word.charCodeAt(0)); at !== -1; at = file.indexOf(word.charCodeAt(0), at + 1)) {
    if ([...word].every((letter, index) => file[at + index * 2] === letter.charCodeAt(0))) return true;
  }
  return false;
};

const toGrids = (workbook: Workbook, limits: ReadLimits): readonly Grid[] =>
  workbook.sheets
    .slice(0, limits.sheets)
    .map(({ name, rows, merges = [] }) => {
      const ranges = merges.map((m) => ({
        startRow: m.startRow,
        startColumn: m.startCol,
        endRow: m.endRow,
        endColumn: m.endCol,
      }));
      return toGrid({ name, rows, merges: ranges }, limits);
    })
    .filter((grid) => grid.rows.length > 0);

const lastColumnLetters = (count: number): string =>
  count <= 26
    ? String.fromCharCode(64 + count)
    : lastColumnLetters(Math.floor((count - 1) / 26)) + lastColumnLetters(((count - 1) % 26) + 1);
