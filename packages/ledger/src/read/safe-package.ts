import { err, ok, type Result } from '@lianxin/domain';
import { zipSync } from 'fflate';
import { inflateCapped } from './inflate-capped.ts';
import type { ReadError } from './read-error.ts';
import type { ReadLimits } from './read-limits.ts';
import { createMarkupScan } from './scan-markup.ts';
import { type ZipEntry, zipEntriesOf } from './zip-directory.ts';

/** The parts that hold cells and what they need; pictures, macros, charts and printer settings are never unpacked. */
const neededParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

const ratioJudgedFromBytes = 1024 * 1024;

/**
 * Rebuilds a workbook package out of only the parts that were inflated, counted and scanned here, stored without
 * compression. The workbook library then sees no byte that the limits have not seen.
 */
export const safePackageOf = (file: Uint8Array, limits: ReadLimits): Result<Uint8Array, ReadError> => {
  const entries = zipEntriesOf(file);
  if (entries === undefined) return err({ type: 'FileDamaged' });
  if (entries.length > limits.entries) return err({ type: 'ArchiveTooLarge', cap: 'entries' });
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) return err(formatOf(entries));
  const parts = inflateNeeded(entries, limits);
  return parts.ok ? ok(zipSync(parts.value, { level: 0 })) : parts;
};

const inflateNeeded = (
  entries: readonly ZipEntry[],
  limits: ReadLimits,
): Result<Record<string, Uint8Array>, ReadError> => {
  const parts: Record<string, Uint8Array> = {};
  const scan = createMarkupScan(limits);
  let left = limits.inflatedBytes;
  for (const entry of entries.filter((candidate) => neededParts.test(candidate.name))) {
    const ratioBytes = Math.max(ratioJudgedFromBytes, entry.compressed.length * limits.ratio);
    const part = inflateCapped(entry, Math.min(left, ratioBytes));
    if (part === undefined) return err({ type: 'FileDamaged' });
    if (part === 'tooLarge')
      return err({ type: 'ArchiveTooLarge', cap: ratioBytes < left ? 'ratio' : 'inflatedBytes' });
    const scanned = scan(part);
    if (!scanned.ok) return scanned;
    left -= part.length;
    parts[entry.name] = part;
  }
  return ok(parts);
};

const formatOf = (entries: readonly ZipEntry[]): ReadError => {
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  if (has('xl/workbook.bin')) return { type: 'UnsupportedFormat', format: 'xlsb' };
  if (has('word/document.xml')) return { type: 'UnsupportedFormat', format: 'docx' };
  return { type: 'UnsupportedFormat', format: has('content.xml') ? 'ods' : 'zip' };
};
