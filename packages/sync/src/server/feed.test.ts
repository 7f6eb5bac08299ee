import { describe, expect, it } from 'vitest';
import type { StoredRow } from '../merge/index.ts';
import { feedChanges } from './feed.ts';

const row = (buckets: readonly string[], more: Partial<StoredRow> = {}): StoredRow => ({
  table: 'person',
  id: 'person_0000000001',
  rev: 9,
  buckets,
  deleted: false,
  fields: {},
  marks: {},
  ...more,
});
const line = (bucket: string, op: 'put' | 'out' | 'deleted') => ({
  bucket,
  table: 'person',
  rowId: 'person_0000000001',
  rev: 9,
  op,
});

describe('the feed lines of a write', () => {
  it('put a new row into each of its buckets', () => {
    expect(feedChanges(undefined, row(['grid:a', 'grid:b']))).toEqual([line('grid:a', 'put'), line('grid:b', 'put')]);
  });

  it('repeat a changed row where it stays, at the new rev', () => {
    expect(feedChanges(row(['grid:a'], { rev: 3 }), row(['grid:a']))).toEqual([line('grid:a', 'put')]);
  });

  it('mark the exit from each bucket that a row left, at the rev of the move', () => {
    expect(feedChanges(row(['grid:a', 'grid:b']), row(['grid:c']))).toEqual([
      line('grid:c', 'put'),
      line('grid:a', 'out'),
      line('grid:b', 'out'),
    ]);
  });

  it('tell of a deletion wherever the row lies', () => {
    expect(feedChanges(row(['grid:a', 'user:u']), row(['grid:a', 'user:u'], { deleted: true }))).toEqual([
      line('grid:a', 'deleted'),
      line('user:u', 'deleted'),
    ]);
  });

  it('tell a former bucket of the exit when a row moves and is deleted at once', () => {
    expect(feedChanges(row(['grid:a']), row(['grid:b'], { deleted: true }))).toEqual([
      line('grid:b', 'deleted'),
      line('grid:a', 'out'),
    ]);
  });

  it('say nothing of a row that lies nowhere', () => {
    expect(feedChanges(undefined, row([]))).toEqual([]);
  });
});
