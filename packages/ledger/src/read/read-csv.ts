import { err, ok, type Result } from '@lianxin/domain';
import { parseCsv } from 'hucre/csv';
import type { Grid } from './grid.ts';
import type { ReadError } from './read-error.ts';
import type { ReadLimits } from './read-limits.ts';
import { toGrid } from './to-grid.ts';

/** Is how bytes become text: a port, because the pure packages have no TextDecoder. `utf8` answers undefined when the bytes are not UTF-8. */
export interface TextDecoders {
  readonly utf8: (bytes: Uint8Array) => string | undefined;
  readonly gb18030: (bytes: Uint8Array) => string;
}

/** Reads a CSV file in UTF-8, with or without a byte-order mark, or in GB18030 as Chinese spreadsheets save it. */
export const readCsv = (file: Uint8Array, decoders: TextDecoders, limits: ReadLimits): Result<Grid, ReadError> => {
  const text = (decoders.utf8(file) ?? decoders.gb18030(file)).replace(/^\ufeff/, '');
  const rows = parseCsv(text, { delimiter: delimiterOf(text), maxRows: limits.rows + 1 });
  if (rows.length > limits.rows) return err({ type: 'TooManyRows', maxRows: limits.rows });
  // A text without a second column anywhere is a letter or a stray file, not a table.
  if (text.trim() !== '' && rows.every((row) => row.length < 2))
    return err({ type: 'UnsupportedFormat', format: 'text' });
  return ok(toGrid({ name: '', rows, merges: [] }, limits));
};

const delimiterOf = (text: string): string => {
  const head = text.slice(0, 4_000);
  const count = (delimiter: string): number => head.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best), ',');
};
