import { assert, type FieldMap, type Instant, type RecordName } from '@lianxin/domain';
import { createRow, isRefusal, type MutationContext, type StoredRow } from '@lianxin/sync/merge';
import type { Random } from './random.ts';

/** Is who wrote an invented record, and when. */
export interface DemoAuthor {
  readonly accountId: string;
  readonly name: string;
  readonly at: Instant;
}

/** Collects invented rows of one community, made by the same function that makes real ones. */
export interface DemoWriter {
  readonly communityId: string;
  readonly random: Random;
  readonly rows: readonly StoredRow[];
  readonly add: (table: RecordName, record: DemoRecord, author: DemoAuthor) => StoredRow;
}

/** Is an invented record: what its author says, and what the rules say. */
export interface DemoRecord {
  readonly id?: string;
  readonly buckets: readonly string[];
  readonly fields: FieldMap;
  readonly server?: FieldMap;
}

/** Creates the writer of one community's rows. */
export const createDemoWriter = (communityId: string, random: Random): DemoWriter => {
  const rows: StoredRow[] = [];
  return {
    communityId,
    random,
    rows,
    add: (table, record, author) => {
      const context: MutationContext = {
        side: 'server',
        communityId,
        mutationId: random.id(),
        userId: author.accountId,
        userName: author.name,
        eventAt: author.at,
        receivedAt: author.at,
        hasClockSkew: false,
        rev: 0,
        newId: random.id,
      };
      const placing = { table, buckets: record.buckets, ...(record.server ? { server: record.server } : {}) };
      const made = createRow(context, { id: record.id ?? random.id(), fields: { ...record.fields } }, placing);
      assert(!isRefusal(made), `an invented ${table} does not fit its declaration`);
      rows.push(made);
      return made;
    },
  };
};
