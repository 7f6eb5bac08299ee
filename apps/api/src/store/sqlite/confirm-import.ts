import { err, ok } from '@lianxin/domain';
import type { MutationContext, StoredRow } from '@lianxin/sync/merge';
import { eq } from 'drizzle-orm';
import type { DeskScope } from '../../access/authorize.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { ImportStore, KeptImport, PlanAgainst } from '../desk-port.ts';
import { rowsOfPlan } from './apply-import-plan.ts';
import { appendAudit } from './audit-log.ts';
import type { StoreCore } from './core.ts';
import { findImport, importActor, parseMapping } from './kept-import.ts';
import { readRegister } from './read-register.ts';
import { rememberMappings } from './remembered-mappings.ts';
import { imports } from './schema/desk-tables.ts';
import { atRev, maxRowsPerRev } from './seeder.ts';
import { createSpaceWriter } from './space-writer.ts';

type Confirmed = Awaited<ReturnType<ImportStore['confirm']>>;

/** Writes confirmed imports, all or nothing, and tells how far each has come. */
export const createImportConfirmer = (core: StoreCore, keyring: Keyring) => {
  const { writer, queue, now } = core;
  const spaces = createSpaceWriter(core);
  const progress = new Map<string, KeptImport['progress']>();

  function* writeRows(communityId: string, id: string, rows: readonly StoredRow[]): Generator<void, void, void> {
    for (let at = 0; at < rows.length; at += maxRowsPerRev) {
      const rev = spaces.nextRev(communityId);
      const chunk = rows.slice(at, at + maxRowsPerRev);
      spaces.write(
        communityId,
        chunk.map((row) => atRev(row, rev)),
      );
      progress.set(id, { done: at + chunk.length, total: rows.length });
      yield;
    }
  }

  function* confirm(scope: DeskScope, id: string, plan: PlanAgainst): Generator<void, Confirmed, void> {
    const row = findImport(writer, scope, id);
    if (row === undefined) return err({ type: 'NotFound' });
    if (row.state !== 'preview') return err({ type: 'ImportChanged' });
    const planned = plan(readRegister(writer, scope.communityId));
    if (!planned.ok) return planned;
    yield;
    const { communityId } = scope;
    const rows = rowsOfPlan(planned.value, {
      side: writer,
      keyring,
      communityId,
      context: importContext(core, scope, id),
    });
    yield* writeRows(communityId, id, rows);
    const importedRows = JSON.stringify(planned.value.rows);
    writer.db.update(imports).set({ state: 'done', importedRows }).where(eq(imports.id, id)).run();
    rememberMappings(writer, communityId, { mapping: parseMapping(row.mapping), now: now() });
    const facts = { fileHash: row.fileHash, rows: row.rows, written: rows.length, ...planned.value.counts };
    appendAudit(writer, { ...importActor(scope), action: 'import.confirmed', subjectId: id, facts }, now());
    return ok(null);
  }

  return {
    progressOf: (id: string): KeptImport['progress'] | undefined => progress.get(id),
    confirm: async (scope: DeskScope, id: string, plan: PlanAgainst): Promise<Confirmed> => {
      try {
        return await queue.runInSteps(() => confirm(scope, id, plan));
      } finally {
        progress.delete(id);
      }
    },
  };
};

/** The import is the mutation that its rows' provenance names. */
const importContext = ({ now, newId }: StoreCore, scope: DeskScope, id: string): MutationContext => ({
  side: 'server',
  communityId: scope.communityId,
  mutationId: id,
  userId: scope.actor.accountId,
  userName: scope.actor.name,
  eventAt: now(),
  receivedAt: now(),
  hasClockSkew: false,
  rev: 0,
  newId,
});
