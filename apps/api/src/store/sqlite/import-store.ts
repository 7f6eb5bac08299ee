import { err, ok } from '@lianxin/domain';
import type { ImportsAnswer } from '@lianxin/protocol';
import { and, desc, eq } from 'drizzle-orm';
import type { DeskScope } from '../../access/authorize.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { ImportStore, NewImport } from '../desk-port.ts';
import { appendAudit } from './audit-log.ts';
import { createImportConfirmer } from './confirm-import.ts';
import type { Side, StoreCore } from './core.ts';
import { findImport, importActor, openImport } from './kept-import.ts';
import { readMappings } from './remembered-mappings.ts';
import { accounts } from './schema/account-tables.ts';
import { imports } from './schema/desk-tables.ts';

type Replaced = Awaited<ReturnType<ImportStore['replacePreview']>>;

/** Keeps imports in SQLite; files and previews are sealed, because they are full of ID numbers and names. */
export const createImportStore = (core: StoreCore, keyring: Keyring): ImportStore => {
  const { writer, reader, queue } = core;
  const { confirm, progressOf } = createImportConfirmer(core, keyring);
  const open = (row: ReturnType<typeof findImport>) =>
    row === undefined ? undefined : openImport(keyring, row, progressOf(row.id));
  return {
    confirm,
    create: (scope, upload) => queue.run(() => createImport(core, scope, { upload, keyring })),
    communityOf: async (id) =>
      reader.db.select({ communityId: imports.communityId }).from(imports).where(eq(imports.id, id)).get()?.communityId,
    get: async (scope, id) => open(findImport(reader, scope, id)),
    list: async (scope) => listImports(reader, scope),
    replacePreview: (scope, id, next) =>
      queue.run((): Replaced => {
        const row = findImport(writer, scope, id);
        if (row === undefined) return err({ type: 'NotFound' });
        if (row.state !== 'preview') return err({ type: 'ImportChanged' });
        const preview = keyring.sealBytes(Buffer.from(next.preview), id);
        const changed = { preview, mapping: JSON.stringify(next.mapping), rows: next.rows, revision: row.revision + 1 };
        writer.db.update(imports).set(changed).where(eq(imports.id, id)).run();
        return ok(null);
      }),
    discard: (scope, id) =>
      queue.run((): Replaced => {
        const row = findImport(writer, scope, id);
        if (row === undefined) return err({ type: 'NotFound' });
        if (row.state !== 'preview') return err({ type: 'ImportChanged' });
        writer.db.delete(imports).where(eq(imports.id, id)).run();
        const facts = { fileHash: row.fileHash, rows: row.rows };
        appendAudit(writer, { ...importActor(scope), action: 'import.discarded', subjectId: id, facts }, core.now());
        return ok(null);
      }),
    rememberedMappings: async (scope) => readMappings(reader, scope.communityId),
    lastConfirmed: async (scope) => {
      const done = and(eq(imports.communityId, scope.communityId), eq(imports.state, 'done'));
      const newest = [desc(imports.createdAt), desc(imports.id)];
      return open(
        reader.db
          .select()
          .from(imports)
          .where(done)
          .orderBy(...newest)
          .limit(1)
          .get(),
      );
    },
  };
};

const createImport = (
  { writer, now, newId }: StoreCore,
  scope: DeskScope,
  { upload, keyring }: { readonly upload: NewImport; readonly keyring: Keyring },
): string => {
  const id = newId();
  const { fileName, fileHash, rows, mapping } = upload;
  writer.db
    .insert(imports)
    .values({
      id,
      communityId: scope.communityId,
      accountId: scope.actor.accountId,
      fileName,
      fileHash,
      rows,
      mapping: JSON.stringify(mapping),
      content: keyring.sealBytes(upload.content, id),
      preview: keyring.sealBytes(Buffer.from(upload.preview), id),
      state: 'preview',
      revision: 1,
      createdAt: now(),
    })
    .run();
  const facts = { fileHash, rows };
  appendAudit(writer, { ...importActor(scope), action: 'import.uploaded', subjectId: id, facts }, now());
  return id;
};

const listImports = (side: Side, scope: DeskScope): ImportsAnswer => {
  const { id, fileName, createdAt, state, rows } = imports;
  const found = side.db
    .select({ id, fileName, createdAt, state, rows, byName: accounts.name })
    .from(imports)
    .leftJoin(accounts, eq(imports.accountId, accounts.id))
    .where(eq(imports.communityId, scope.communityId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(100)
    .all();
  return { imports: found.map((row) => ({ ...row, byName: row.byName ?? '' })) };
};
