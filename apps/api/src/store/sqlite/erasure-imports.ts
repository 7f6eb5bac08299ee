import type { ImportedRow } from '@lianxin/ledger';
import { and, eq, inArray } from 'drizzle-orm';
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
  const { id, state } = imports;
  const waiting = side.db
    .select({ id })
    .from(imports)
    .where(and(eq(imports.communityId, communityId), inArray(state, ['preview', 'failed'])))
    .all();
  const headings = side.db
    .select({ headings: importMappings.headings })
    .from(importMappings)
    .where(eq(importMappings.communityId, communityId))
    .all();
  const naming = importsNaming(side, subject);
  return {
    emptied: naming.map((row) => ({ id: row.id, fileName: erase(row.fileName) })),
    fileNames: new Set(naming.map((row) => row.fileName.slice(0, longestSource))),
    discarded: waiting.map((row) => row.id),
    mappings: headings.map((row) => row.headings).filter((text) => erase(text) !== text),
  };
};

/** Finds the confirmed imports that wrote a person or one of their households. */
export const importsNaming = (
  side: Side,
  subject: ErasureSubject,
): readonly { readonly id: string; readonly fileName: string }[] => {
  const { id, fileName, importedRows } = imports;
  return side.db
    .select({ id, fileName, importedRows })
    .from(imports)
    .where(eq(imports.communityId, subject.communityId))
    .all()
    .filter((row) => row.importedRows !== null && names(parseRows(row.importedRows), subject));
};

interface ImportErasure {
  readonly communityId: string;
  readonly found: ImportsToErase;
  readonly cleaned: ReadonlyMap<string, Uint8Array>;
}

/** Puts the cleaned files in place, or takes the files out. Which records a file's rows were written to stays: these are ids. */
export const eraseImports = (side: Side, keyring: Keyring, { communityId, found, cleaned }: ImportErasure): void => {
  for (const { id, fileName } of found.emptied) {
    const row = side.db.select({ preview: imports.preview }).from(imports).where(eq(imports.id, id)).get();
    if (row === undefined) continue;
    const preview = withoutSamples(keyring.openBytes(row.preview, id).toString('utf8'));
    const emptied = {
      fileName,
      content: keyring.sealBytes(cleaned.get(id) ?? new Uint8Array(), id),
      preview: keyring.sealBytes(Buffer.from(preview), id),
      ...(cleaned.has(id) ? {} : { mapping: '[]' }),
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
