import { canonicalJson } from '@lianxin/domain';
import type { AuditAnswer, AuditEntry } from '@lianxin/protocol';
import { and, desc, inArray, lt } from 'drizzle-orm';
import type { TreeScope } from '../../access/authorize.ts';
import { chainHash } from '../../durability/audit-chain.ts';
import { verifyAudit } from '../../durability/verify-audit.ts';
import type { NewAuditEntry } from '../port.ts';
import { inSnapshot, type Side, type StoreCore } from './core.ts';
import { audit } from './schema/desk-tables.ts';

const pageRows = 100;

/** Adds a line to the audit in the transaction of what it tells about; each line's hash covers the one before. */
export const appendAudit = (side: Pick<Side, 'db'>, entry: NewAuditEntry, now: number): void => {
  const last = side.db.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1).get();
  const row = { at: now, ...entry, facts: canonicalJson(entry.facts) };
  side.db
    .insert(audit)
    .values({ ...row, hash: chainHash(last?.hash ?? '', row) })
    .run();
};

/** Says whether every line still follows from the one before; false names tampering or loss. */
export const isAuditIntact = (side: Side): boolean => verifyAudit(side.sqlite).fault === undefined;

/** Reads the audit for administrators: an operator's covers everything, others see their communities. */
export const createAuditReader = ({ reader }: StoreCore) => ({
  page: async (scope: TreeScope, before: number | null): Promise<AuditAnswer> =>
    inSnapshot(reader, () => {
      const mine = scope.isOperator ? undefined : inArray(audit.communityId, [...scope.communityIds]);
      const older = before === null ? undefined : lt(audit.seq, before);
      const rows = reader.db
        .select()
        .from(audit)
        .where(and(mine, older))
        .orderBy(desc(audit.seq))
        .limit(pageRows)
        .all();
      const entries = rows.map(({ hash: _, facts, ...row }): AuditEntry => ({ ...row, facts: parseFacts(facts) }));
      return { entries, next: rows.length === pageRows ? (rows.at(-1)?.seq ?? null) : null };
    }),
});

const parseFacts = (facts: string): AuditEntry['facts'] => JSON.parse(facts);
