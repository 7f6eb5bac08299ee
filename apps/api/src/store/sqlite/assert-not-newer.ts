import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '@lianxin/domain';
import type Database from 'better-sqlite3';
import * as z from 'zod/mini';
import { newestMigration } from '../../durability/snapshot-facts.ts';

const journalSchema = z.object({ entries: z.array(z.object({ when: z.int() })) });

/** Refuses a database that a newer version has changed: this one would misread it and write what the newer cannot read. */
export const assertNotNewer = (sqlite: Database.Database, migrationsFolder: string): void => {
  const journal = journalSchema.parse(
    JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')),
  );
  const known = Math.max(0, ...journal.entries.map(({ when }) => when));
  assert(
    newestMigration(sqlite) <= known,
    '数据库由更新的版本写成,此版本不能打开:请装回新版本,或恢复升级前的备份。\nA newer version has written this database, so this one does not open it: install the newer version again, or restore a backup made before the upgrade (docs/operations.md).',
  );
};
