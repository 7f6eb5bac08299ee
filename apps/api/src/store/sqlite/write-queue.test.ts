import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { freshDirectory } from '../../testing/fresh-directory.ts';
import { openReader, openWriter } from './connection.ts';
import { createWriteQueue } from './write-queue.ts';

const setUp = () => {
  const file = join(freshDirectory(), 'queue.sqlite');
  const db = openWriter(file);
  db.exec('CREATE TABLE notes (text TEXT NOT NULL)');
  const reader = openReader(file);
  const broken: unknown[] = [];
  const queue = createWriteQueue(db, { onBroken: (cause) => broken.push(cause) });
  const add = db.prepare('INSERT INTO notes VALUES (?)');
  const texts = (): unknown[] => reader.prepare('SELECT text FROM notes ORDER BY rowid').pluck().all();
  return { db, queue, add, texts, broken };
};

describe('the write queue', () => {
  it('commits the work of one turn of the event loop together', async () => {
    const { db, queue, add, texts } = setUp();
    let seenInside: unknown;
    const first = queue.run(() => void add.run('a'));
    const second = queue.run(() => {
      seenInside = texts();
      add.run('b');
    });
    await Promise.all([first, second]);
    expect(seenInside).toEqual([]);
    expect(texts()).toEqual(['a', 'b']);
    expect(db.inTransaction).toBe(false);
  });

  it('undoes only the work that failed', async () => {
    const { queue, add, texts } = setUp();
    const results = await Promise.allSettled([
      queue.run(() => void add.run('a')),
      queue.run(() => {
        add.run('b');
        throw new Error('a bug');
      }),
      queue.run(() => void add.run('c')),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(texts()).toEqual(['a', 'c']);
  });

  it('shows nothing of a long write before its end, lets others wait their turn, and undoes all of it when a step fails', async () => {
    const { queue, add, texts } = setUp();
    const seen: unknown[] = [];
    const long = queue.runInSteps(function* () {
      add.run('1');
      yield;
      seen.push(texts());
      add.run('2');
      yield;
    });
    const short = queue.run(() => void add.run('short'));
    await Promise.all([long, short]);
    expect(seen).toEqual([[]]);
    expect(texts()).toEqual(['1', '2', 'short']);
    const failing = queue.runInSteps(function* () {
      add.run('3');
      yield;
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect(texts()).toEqual(['1', '2', 'short']);
  });

  it('acknowledges nothing any more once the disk has failed', async () => {
    const { queue, add, texts, broken } = setUp();
    const failed = queue.run(() => {
      add.run('lost');
      throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
    });
    await expect(failed).rejects.toThrow('disk I/O error');
    expect(broken).toHaveLength(1);
    await expect(queue.run(() => void add.run('later'))).rejects.toThrow(/stopped writing/);
    expect(texts()).toEqual([]);
  });
});
