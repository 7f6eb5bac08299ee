import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../store/sqlite/audit-log.ts';
import { openWriter } from '../store/sqlite/connection.ts';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { openStoreIn } from '../testing/open-store-in.ts';
import { until } from '../testing/program.ts';
import { readWitness } from './witness-file.ts';

const line = { actorId: null, actorName: null, action: 'written', communityId: null, subjectId: null, facts: {} };

describe('the witness of a running server', () => {
  it('hears of what a backup in another process wrote, and not of what is not committed', async () => {
    const directory = freshDirectory();
    const { core, store } = openStoreIn(directory);
    await core.queue.run(() => appendAudit(core.writer, line, 1));
    const other = openWriter(join(directory, 'lianxin.sqlite'));
    appendAudit({ db: drizzle({ client: other }) }, line, 2);
    other.close();
    const remembered = () => {
      const found = readWitness(join(directory, 'witness'));
      return typeof found === 'string' ? found : found.audit?.seq;
    };
    expect(remembered()).toBe(1);
    await until(() => remembered() === 2);
    core.writer.sqlite.exec('BEGIN');
    appendAudit(core.writer, line, 3);
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(remembered()).toBe(2);
    core.writer.sqlite.exec('ROLLBACK');
    await store.close();
  });
});
