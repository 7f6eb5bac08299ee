import { type FieldMap, type Json, type RecordName, specOf } from '@lianxin/domain';
import type { Bucket } from '@lianxin/protocol';
import { createRow, isRefusal, type MutationContext, type StoredRow } from '@lianxin/sync/merge';

/** Is what a test says of a row that lies on the server from the start. */
export interface RowFacts {
  readonly table: RecordName;
  readonly id: string;
  readonly buckets: readonly Bucket[];
  readonly fields: FieldMap;
}

/** Acts as the import that wrote the seeded rows. */
export const importContext: MutationContext = {
  side: 'server',
  communityId: 'community_0000000001',
  mutationId: 'import_0000000000000001',
  userId: 'importer_0000000001',
  userName: '导入',
  eventAt: Date.UTC(2026, 0, 5, 2),
  receivedAt: Date.UTC(2026, 0, 5, 2),
  hasClockSkew: false,
  rev: 1,
  newId: () => 'unused_000000000001',
};

/** Builds a row as an import leaves it: server-owned values may be named, everything else is checked against the declaration. */
export const storedRow = (
  { table, id, buckets, fields }: RowFacts,
  context: MutationContext = importContext,
): StoredRow => {
  const spec = specOf(table);
  const pick = (isServerOwned: boolean): Record<string, Json> =>
    Object.fromEntries(
      Object.entries(fields).filter(([name]) => (spec.fields[name]?.merge === 'server') === isServerOwned),
    );
  const made = createRow(context, { id, fields: pick(false) }, { table, buckets, server: pick(true) });
  if (isRefusal(made)) throw new Error(`a seeded ${table} does not fit its declaration: ${made.field}`);
  return made;
};
