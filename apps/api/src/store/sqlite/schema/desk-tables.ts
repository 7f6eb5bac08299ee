import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A workbook somebody uploaded, how it is read, and what became of it. The bytes stay for 按原表样导出. */
export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id').notNull(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    content: blob('content', { mode: 'buffer' }).notNull(),
    /** What the reader found, for the desk, as JSON. */
    preview: text('preview').notNull(),
    mapping: text('mapping').notNull(),
    state: text('state', { enum: ['preview', 'writing', 'done', 'failed'] }).notNull(),
    revision: integer('revision').notNull(),
    rows: integer('rows').notNull(),
    done: integer('done').notNull(),
    total: integer('total').notNull(),
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

/** Which record each row of the last confirmed file of a community stands for. */
export const importedRows = sqliteTable(
  'imported_rows',
  {
    communityId: text('community_id').notNull(),
    importId: text('import_id').notNull(),
    sheet: text('sheet').notNull(),
    row: integer('row').notNull(),
    record: text('record').notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.importId, table.sheet, table.row] })],
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
