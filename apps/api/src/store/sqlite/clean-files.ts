import { isSameJson } from '@lianxin/domain';
import { eq } from 'drizzle-orm';
import type { Keyring } from '../../crypto/keyring.ts';
import type { CleanFile } from '../erasure-port.ts';
import type { Side } from './core.ts';
import { importsNaming } from './erasure-imports.ts';
import { type ErasureSubject, readErasureSubject } from './erasure-subject.ts';
import { openImport } from './kept-import.ts';
import { imports } from './schema/desk-tables.ts';

/** Is the files of imports as they stay, by import, made for a person as they were known at that moment. */
export interface CleanedFiles {
  readonly subject: Pick<ErasureSubject, 'values' | 'householdIds'>;
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Writes the files that name a person again without them. It takes its time, so it is done before the erasing transaction. */
export const cleanFiles = async (
  side: Side,
  keyring: Keyring,
  order: { readonly communityId: string; readonly personId: string; readonly cleanFile: CleanFile },
): Promise<CleanedFiles | null> => {
  const subject = readErasureSubject(side, keyring, order);
  if (subject === undefined) return null;
  const contents = new Map<string, Uint8Array>();
  for (const { id } of importsNaming(side, subject)) {
    const row = side.db.select().from(imports).where(eq(imports.id, id)).get();
    if (row === undefined) continue;
    const { content, mapping, importedRows } = openImport(keyring, row, undefined);
    const { values, householdIds } = subject;
    const file = { content, mapping, rows: importedRows ?? [], personId: order.personId, householdIds, values };
    const cleaned = content.length === 0 ? null : await order.cleanFile(file);
    if (cleaned !== null) contents.set(id, cleaned);
  }
  return { subject, contents };
};

/** Says whether nothing was learnt of the person since the files were cleaned; otherwise they go whole. */
export const isStillClean = ({ subject }: CleanedFiles, now: ErasureSubject): boolean =>
  isSameJson({ ...subject.values }, { ...now.values }) &&
  isSameJson([...subject.householdIds].sort(), [...now.householdIds].sort());
