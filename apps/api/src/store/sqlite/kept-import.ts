import type { ImportedRow, RememberedMapping } from '@lianxin/ledger';
import { and, eq } from 'drizzle-orm';
import type { DeskScope } from '../../access/authorize.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { KeptImport } from '../desk-port.ts';
import type { Side } from './core.ts';
import { imports } from './schema/desk-tables.ts';

/** Is an import as its table holds it: file and preview sealed. */
export type ImportRow = typeof imports.$inferSelect;

/** Finds an import of the scope's community. */
export const findImport = (side: Side, scope: DeskScope, id: string): ImportRow | undefined =>
  side.db
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.communityId, scope.communityId)))
    .get();

/** Opens an import; while it is being written, readers still see its preview and hear how far it has come. */
export const openImport = (
  keyring: Keyring,
  row: ImportRow,
  progress: KeptImport['progress'] | undefined,
): KeptImport => ({
  id: row.id,
  communityId: row.communityId,
  fileName: row.fileName,
  createdAt: row.createdAt,
  state: progress === undefined ? row.state : 'writing',
  revision: row.revision,
  content: keyring.openBytes(row.content, row.id),
  preview: keyring.openBytes(row.preview, row.id).toString('utf8'),
  mapping: parseMapping(row.mapping),
  importedRows: row.importedRows === null ? null : parseRows(row.importedRows),
  progress: progress ?? { done: 0, total: 0 },
});

/** Names the actor of an import for the audit. */
export const importActor = (scope: DeskScope) => ({
  actorId: scope.actor.accountId,
  actorName: scope.actor.name,
  communityId: scope.communityId,
});

/** Reads a mapping back. */
export const parseMapping = (text: string): readonly RememberedMapping[] => JSON.parse(text);

const parseRows = (text: string): readonly ImportedRow[] => JSON.parse(text);
