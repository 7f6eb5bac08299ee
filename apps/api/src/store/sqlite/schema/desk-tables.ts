import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A workbook somebody uploaded, how it is read, and what became of it. The bytes stay for 按原表样导出. */
export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    /** The file as it came, sealed: it is full of ID numbers. */
    content: blob('content', { mode: 'buffer' }).notNull(),
    /** What the reader found, for the desk, as sealed JSON. */
    preview: blob('preview', { mode: 'buffer' }).notNull(),
    mapping: text('mapping').notNull(),
    /** Which records each row of the file was written to, by ids; null until confirmed. */
    importedRows: text('imported_rows'),
    state: text('state', { enum: ['preview', 'writing', 'done', 'failed'] }).notNull(),
    revision: integer('revision').notNull(),
    rows: integer('rows').notNull(),
    accountId: text('account_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('imports_by_community').on(table.communityId, table.createdAt)],
);

/** The mapping a community used last for a set of headings. */
export const importMappings = sqliteTable(
  'import_mappings',
  {
    communityId: text('community_id').notNull(),
    headings: text('headings').notNull(),
    mapping: text('mapping').notNull(),
    usedAt: integer('used_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.headings] })],
);

/** Who did what, chained by hashes; triggers refuse every change. Never holds a value of a record. */
export const audit = sqliteTable('audit', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  at: integer('at').notNull(),
  actorId: text('actor_id'),
  actorName: text('actor_name'),
  action: text('action').notNull(),
  communityId: text('community_id'),
  subjectId: text('subject_id'),
  facts: text('facts').notNull(),
  hash: text('hash').notNull(),
});

/** The pictures of a community by their hash: the sealed bytes lie in files of that name, \`have\` counts what has come of an unfinished one. */
export const photoFiles = sqliteTable(
  'photo_files',
  {
    communityId: text('community_id').notNull(),
    sha256: text('sha256').notNull(),
    accountId: text('account_id').notNull(),
    bytes: integer('bytes').notNull(),
    have: integer('have').notNull(),
    startedAt: integer('started_at').notNull(),
    completeAt: integer('complete_at'),
    /** When these bytes were found to be no picture that may be kept; another picture has another hash. */
    refusedAt: integer('refused_at'),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.sha256] })],
);

/** The last number given to an export of a community in a year. */
export const exportNumbers = sqliteTable(
  'export_numbers',
  {
    communityId: text('community_id').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.year] })],
);

/** Facts about the deployment: whether it is a demo, and the check value of its key. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
