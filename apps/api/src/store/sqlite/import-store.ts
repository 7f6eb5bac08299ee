import { err, ok, type Result } from '@lianxin/domain';
import type { ImportedRow, RememberedMapping } from '@lianxin/ledger';
import type { MutationContext } from '@lianxin/sync/merge';
import { and, desc, eq } from 'drizzle-orm';
import type { DeskScope } from '../../access/authorize.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { ImportStore, KeptImport, PlanAgainst } from '../desk-port.ts';
import { rowsOfPlan } from './apply-import-plan.ts';
import { appendAudit } from './audit-log.ts';
import type { Side, StoreCore } from './core.ts';
import { readRegister } from './read-register.ts';
import { accounts } from './schema/account-tables.ts';
import { importMappings, imports } from './schema/desk-tables.ts';
import { atRev, maxRowsPerRev } from './seeder.ts';
import { createSpaceWriter } from './space-writer.ts';

type Confirmed = Awaited<ReturnType<ImportStore['confirm']>>;

/** Keeps imports in SQLite; files and previews are sealed, because they are full of ID numbers and names. */
export const createImportStore = (core: StoreCore, keyring: Keyring): ImportStore => {
  const { writer, reader, queue, now, newId } = core;
  const spaces = createSpaceWriter(writer);
  const progress = new Map<string, { readonly done: number; readonly total: number }>();
  const keep = createImportKeeper(keyring, (id) => progress.get(id));

  function* confirm(scope: DeskScope, id: string, plan: PlanAgainst): Generator<void, Confirmed, void> {
    const row = findImport(writer, scope, id);
    if (row === undefined) return err({ type: 'NotFound' });
    if (row.state !== 'preview') return err({ type: 'ImportChanged' });
    const planned = plan(readRegister(writer, scope.communityId));
    if (!planned.ok) return planned;
    yield;
    const rows = rowsOfPlan(planned.value, {
      side: writer,
      keyring,
      communityId: scope.communityId,
      context: importContext(scope, { id, now: now(), newId }),
    });
    for (let at = 0; at < rows.length; at += maxRowsPerRev) {
      const rev = spaces.nextRev(scope.communityId);
      spaces.write(
        scope.communityId,
        rows.slice(at, at + maxRowsPerRev).map((written) => atRev(written, rev)),
      );
      progress.set(id, { done: Math.min(at + maxRowsPerRev, rows.length), total: rows.length });
      yield;
    }
    writer.db
      .update(imports)
      .set({ state: 'done', importedRows: JSON.stringify(planned.value.rows) })
      .where(eq(imports.id, id))
      .run();
    rememberMappings(writer, scope.communityId, { mapping: parseMapping(row.mapping), now: now() });
    const facts = { fileHash: row.fileHash, rows: row.rows, written: rows.length, ...planned.value.counts };
    appendAudit(writer, { ...by(scope), action: 'import.confirmed', subjectId: id, facts }, now());
    return ok(null);
  }

  return {
    create: (scope, upload) =>
      queue.run(() => {
        const id = newId();
        const { fileName, fileHash, rows } = upload;
        const sealed = {
          content: keyring.sealBytes(upload.content, id),
          preview: keyring.sealBytes(Buffer.from(upload.preview), id),
        };
        const fixed = {
          communityId: scope.communityId,
          accountId: scope.actor.accountId,
          state: 'preview',
          revision: 1,
          createdAt: now(),
        } as const;
        writer.db
          .insert(imports)
          .values({ id, fileName, fileHash, rows, ...sealed, ...fixed, mapping: JSON.stringify(upload.mapping) })
          .run();
        appendAudit(
          writer,
          { ...by(scope), action: 'import.uploaded', subjectId: id, facts: { fileHash, rows } },
          now(),
        );
        return id;
      }),
    communityOf: async (id) =>
      reader.db.select({ communityId: imports.communityId }).from(imports).where(eq(imports.id, id)).get()?.communityId,
    get: async (scope, id) => {
      const row = findImport(reader, scope, id);
      return row === undefined ? undefined : keep(row);
    },
    list: async (scope) => {
      const rows = reader.db
        .select()
        .from(imports)
        .leftJoin(accounts, eq(imports.accountId, accounts.id))
        .where(eq(imports.communityId, scope.communityId))
        .orderBy(desc(imports.createdAt), desc(imports.id))
        .limit(100)
        .all();
      return {
        imports: rows.map((row) => ({
          id: row.imports.id,
          fileName: row.imports.fileName,
          createdAt: row.imports.createdAt,
          state: row.imports.state,
          rows: row.imports.rows,
          byName: row.accounts?.name ?? '',
        })),
      };
    },
    replacePreview: (scope, id, next) =>
      queue.run((): Awaited<ReturnType<ImportStore['replacePreview']>> => {
        const row = findImport(writer, scope, id);
        if (row === undefined) return err({ type: 'NotFound' });
        if (row.state !== 'preview') return err({ type: 'ImportChanged' });
        const preview = keyring.sealBytes(Buffer.from(next.preview), id);
        writer.db
          .update(imports)
          .set({ preview, mapping: JSON.stringify(next.mapping), revision: row.revision + 1 })
          .where(eq(imports.id, id))
          .run();
        return ok(null);
      }),
    confirm: async (scope, id, plan): Promise<Result<null, Exclude<Confirmed, { ok: true }>['error']>> => {
      try {
        return await queue.runInSteps(() => confirm(scope, id, plan));
      } finally {
        progress.delete(id);
      }
    },
    rememberedMappings: async (scope) =>
      reader.db
        .select()
        .from(importMappings)
        .where(eq(importMappings.communityId, scope.communityId))
        .orderBy(desc(importMappings.usedAt))
        .limit(100)
        .all()
        .map((row) => ({ signature: row.headings, targets: parseTargets(row.mapping) })),
    lastConfirmed: async (scope) => {
      const done = and(eq(imports.communityId, scope.communityId), eq(imports.state, 'done'));
      const row = reader.db
        .select()
        .from(imports)
        .where(done)
        .orderBy(desc(imports.createdAt), desc(imports.id))
        .limit(1)
        .get();
      return row === undefined ? undefined : keep(row);
    },
  };
};

type ImportRow = typeof imports.$inferSelect;

const findImport = (side: Side, scope: DeskScope, id: string): ImportRow | undefined =>
  side.db
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.communityId, scope.communityId)))
    .get();

const createImportKeeper =
  (keyring: Keyring, progressOf: (id: string) => KeptImport['progress'] | undefined) =>
  (row: ImportRow): KeptImport => {
    const progress = progressOf(row.id);
    return {
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
    };
  };

const by = (scope: DeskScope) => ({
  actorId: scope.actor.accountId,
  actorName: scope.actor.name,
  communityId: scope.communityId,
});

const importContext = (
  scope: DeskScope,
  at: { readonly id: string; readonly now: number; readonly newId: () => string },
): MutationContext => ({
  side: 'server',
  communityId: scope.communityId,
  mutationId: at.id,
  userId: scope.actor.accountId,
  userName: scope.actor.name,
  eventAt: at.now,
  receivedAt: at.now,
  hasClockSkew: false,
  rev: 0,
  newId: at.newId,
});

const rememberMappings = (
  side: Side,
  communityId: string,
  used: { readonly mapping: readonly RememberedMapping[]; readonly now: number },
): void => {
  for (const { signature, targets } of used.mapping) {
    const values = { mapping: JSON.stringify(targets), usedAt: used.now };
    side.db
      .insert(importMappings)
      .values({ communityId, headings: signature, ...values })
      .onConflictDoUpdate({ target: [importMappings.communityId, importMappings.headings], set: values })
      .run();
  }
};

const parseMapping = (text: string): readonly RememberedMapping[] => JSON.parse(text);
const parseTargets = (text: string): readonly string[] => JSON.parse(text);
const parseRows = (text: string): readonly ImportedRow[] => JSON.parse(text);
