import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** One community's line of history: `seq` is bumped first in every writing transaction, `safe` lies in a verified backup. */
export const spaces = sqliteTable('spaces', {
  communityId: text('community_id').primaryKey(),
  seq: integer('seq').notNull(),
  epoch: text('epoch').notNull(),
  safe: integer('safe').notNull(),
});

/** One browser profile of one account in one community, with how far its contiguous numbers have come. */
export const replicas = sqliteTable(
  'replicas',
  {
    communityId: text('community_id').notNull(),
    id: text('id').notNull(),
    accountId: text('account_id').notNull(),
    lastN: integer('last_n').notNull(),
    lastEventAt: integer('last_event_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    unsent: integer('unsent').notNull(),
    state: text('state', { enum: ['ok', 'wipe'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.id] }), index('replicas_by_account').on(table.accountId)],
);

/** Every mutation that was ever decided, with its payload: a retry finds its outcome here, a person finds what was held or refused. */
export const mutations = sqliteTable(
  'mutations',
  {
    communityId: text('community_id').notNull(),
    id: text('id').notNull(),
    replicaId: text('replica_id').notNull(),
    n: integer('n').notNull(),
    rev: integer('rev').notNull(),
    name: text('name').notNull(),
    version: integer('version').notNull(),
    at: integer('at').notNull(),
    eventAt: integer('event_at').notNull(),
    receivedAt: integer('received_at').notNull(),
    accountId: text('account_id').notNull(),
    outcome: text('outcome').notNull(),
    reason: text('reason'),
    field: text('field'),
    args: text('args').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.id] }),
    uniqueIndex('mutations_by_replica').on(table.communityId, table.replicaId, table.n),
    index('mutations_by_outcome').on(table.communityId, table.outcome),
  ],
);

/** The sum over the live rows of a bucket, kept as rows come and go; a phone must reach the same from its own rows. */
export const bucketDigests = sqliteTable(
  'bucket_digests',
  {
    communityId: text('community_id').notNull(),
    bucket: text('bucket').notNull(),
    high: integer('high').notNull(),
    low: integer('low').notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.bucket] })],
);

/** Who was erased, by id alone: what still comes in about them is not kept. */
export const erasures = sqliteTable(
  'erasures',
  {
    communityId: text('community_id').notNull(),
    personId: text('person_id').notNull(),
    at: integer('at').notNull(),
    actorId: text('actor_id'),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.personId] })],
);

/** The last thing that happened to a row in a bucket: change index, exit marker and tombstone in one. */
export const feed = sqliteTable(
  'feed',
  {
    communityId: text('community_id').notNull(),
    bucket: text('bucket').notNull(),
    table: text('table').notNull(),
    rowId: text('row_id').notNull(),
    rev: integer('rev').notNull(),
    op: text('op').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.bucket, table.table, table.rowId] }),
    index('feed_by_rev').on(table.communityId, table.bucket, table.rev),
  ],
);

/** Older visits of one range of households, cut once and named by the hash of its JSON; `content` is that JSON in brotli, as phones are sent it. */
export const segments = sqliteTable(
  'segments',
  {
    communityId: text('community_id').notNull(),
    hash: text('hash').notNull(),
    bucket: text('bucket').notNull(),
    rows: integer('rows').notNull(),
    cutAt: integer('cut_at').notNull(),
    content: blob('content', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.hash] }),
    index('segments_by_bucket').on(table.communityId, table.bucket),
  ],
);

/** Which rows lie in which segment, at which rev. Whoever writes one of them again gives the segment up. */
export const segmentRows = sqliteTable(
  'segment_rows',
  {
    communityId: text('community_id').notNull(),
    rowId: text('row_id').notNull(),
    bucket: text('bucket').notNull(),
    hash: text('hash').notNull(),
    rev: integer('rev').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.rowId, table.bucket] }),
    index('segment_rows_by_hash').on(table.communityId, table.hash),
  ],
);
