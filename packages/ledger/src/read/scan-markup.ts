import { err, ok, type Result } from '@lianxin/domain';
import type { ReadError } from './read-error.ts';
import type { ReadLimits } from './read-limits.ts';

const code = (character: string): number => character.charCodeAt(0);
const opening = code('<');
const declaration = code('!');

/**
 * Makes the check that every XML part of one workbook passes before a parser sees it: no DTD, no foreign encoding, and
 * no more rows, cells and strings than the limits allow. Cells and strings add up over the parts.
 */
export const createMarkupScan = (limits: ReadLimits): ((part: Uint8Array) => Result<null, ReadError>) => {
  let cells = 0;
  let sharedStrings = 0;
  let rows = 0;
  const count = (name: string): ReadError | undefined => {
    if (name === 'c') cells += 1;
    else if (name === 'si') sharedStrings += 1;
    else if (name === 'row') rows += 1;
    else if (rows > limits.rows && (name === 'v' || name === 'is'))
      return { type: 'TooManyRows', maxRows: limits.rows };
    if (cells > limits.cells) return { type: 'ArchiveTooLarge', cap: 'cells' };
    return sharedStrings > limits.sharedStrings ? { type: 'ArchiveTooLarge', cap: 'sharedStrings' } : undefined;
  };
  return (part) => {
    // UTF-16 would hide a DTD from this scan.
    if (part.subarray(0, 64).includes(0)) return err({ type: 'ForbiddenMarkup' });
    rows = 0;
    for (let at = part.indexOf(opening); at !== -1; at = part.indexOf(opening, at + 1)) {
      if (isTypeDeclaration(part, at)) return err({ type: 'ForbiddenMarkup' });
      const error = count(shortNameAt(part, at + 1));
      if (error) return err(error);
    }
    return ok(null);
  };
};

/** Comments and CDATA begin with `<!` too and are harmless. */
const isTypeDeclaration = (part: Uint8Array, at: number): boolean =>
  part[at + 1] === declaration && part[at + 2] !== code('-') && part[at + 2] !== code('[');

const isLetter = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x61 && byte <= 0x7a;

/** The names that count have three letters at most; a namespace prefix is skipped, a longer name comes back cut. */
const shortNameAt = (part: Uint8Array, at: number): string => {
  let end = at;
  while (end - at < 4 && isLetter(part[end])) end += 1;
  if (part[end] === code(':')) return shortNameAt(part, end + 1);
  if (end - at === 1) return part[at] === code('c') ? 'c' : part[at] === code('v') ? 'v' : '';
  return end - at <= 3 ? String.fromCharCode(...part.subarray(at, end)) : '';
};
