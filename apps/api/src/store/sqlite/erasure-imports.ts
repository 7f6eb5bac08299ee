import type { ImportedRow } from '@lianxin/ledger';
import { and, eq } from 'drizzle-orm';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Side } from './core.ts';
import type { ErasureSubject } from './erasure-subject.ts';
import { importMappings, imports } from './schema/desk-tables.ts';

/** Is what becomes of the kept imports: files that named the person go; an upload that nobody confirmed goes whole. */
export interface ImportsToErase {
  readonly emptied: readonly { readonly id: string; readonly fileName: string }[];
  readonly discarded: readonly string[];
  readonly mappings: readonly string[];
  /** What the files that named the person are called, as far as records repeat it. */
  readonly fileNames: ReadonlySet<string>;
}

/** A tag keeps this much of the name of the file it comes from. */
const longestSource = 100;

/**
 * Finds the imports that name a person, and the headings that do. What an upload without a confirmation holds nobody has said yet, so all of the
 * community's are discarded; they can be uploaded again.
 */
export const importsToErase = (
  side: Side,
  subject: ErasureSubject,
  erase: (text: string) => string,
): ImportsToErase => {
  const { communityId } = subject;
  const { id, fileName, state, importedRows, mapping } = imports;
  const kept = side.db
    .select({ id, fileName, state, importedRows, mapping })
    .from(imports)
    .where(eq(imports.communityId, communityId))
    .all();
  const headings = side.db
    .select({ headings: importMappings.headings })
    .from(importMappings)
    .where(eq(importMappings.communityId, communityId))
    .all();
  const naming = kept.filter((row) => row.importedRows !== null && names(parseRows(row.importedRows), subject));
  return {
    emptied: naming.map((row) => ({ id: row.id, fileName: erase(row.fileName) })),
    fileNames: new Set(naming.map((row) => row.fileName.slice(0, longestSource))),
    discarded: kept.filter((row) => row.state === 'preview' || row.state === 'failed').map((row) => row.id),
    mappings: headings.map((row) => row.headings).filter((text) => erase(text) !== text),
  };
};

/** Takes the files out. Which records a file's rows were written to stays: these are ids. */
export const eraseImports = (
  side: Side,
  keyring: Keyring,
  { communityId, found }: { readonly communityId: string; readonly found: ImportsToErase },
): void => {
  for (const { id, fileName } of found.emptied) {
    const row = side.db.select({ preview: imports.preview }).from(imports).where(eq(imports.id, id)).get();
    if (row === undefined) continue;
    const preview = withoutSamples(keyring.openBytes(row.preview, id).toString('utf8'));
    const emptied = {
      fileName,
      content: keyring.sealBytes(new Uint8Array(), id),
      preview: keyring.sealBytes(Buffer.from(preview), id),
      mapping: '[]',
    };
    side.db.update(imports).set(emptied).where(eq(imports.id, id)).run();
  }
  for (const id of found.discarded) side.db.delete(imports).where(eq(imports.id, id)).run();
  for (const headings of found.mappings) {
    const one = and(eq(importMappings.communityId, communityId), eq(importMappings.headings, headings));
    side.db.delete(importMappings).where(one).run();
  }
};

const names = (rows: readonly ImportedRow[], { person, householdIds }: ErasureSubject): boolean =>
  rows.some((row) => row.personIds.includes(person.id) || householdIds.has(row.householdId ?? ''));

const parseRows = (text: string): readonly ImportedRow[] => JSON.parse(text);

/** What was counted stays; samples, remarks and questions go, masked as they are. */
const withoutSamples = (preview: string): string =>
  JSON.stringify({ ...JSON.parse(preview), sheets: [], otherSheets: [], findings: [], questions: [] });
