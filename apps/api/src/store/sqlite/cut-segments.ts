import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { dayMs, type Instant } from '@lianxin/domain';
import { toSegment, type WireRow } from '@lianxin/protocol';
import type { StoredRow } from '@lianxin/sync/merge';
import { toWireRow } from '@lianxin/sync/server';
import { StoreReadOnly } from '../store-read-only.ts';
import type { StoreCore } from './core.ts';
import type { SqlValue } from './record-rows.ts';
import { type Candidate, createCandidates, fewestRows } from './segment-candidates.ts';
import { spaceReader } from './space-writer.ts';

const compress = promisify(brotliCompress);
/** Higher levels take five times as long for one percent. */
const quality = 5;
const rowsPerStep = 250;

/** Cuts the history of buckets into segments. */
export interface SegmentCutter {
  /** Cuts what is to be cut of these buckets; resolves when it is done, or after a moment, because nobody should wait long for what only saves them time. */
  readonly prepare: (communityId: string, buckets: readonly string[]) => Promise<void>;
}

/** Creates the cutter. It reads in small steps between other requests, packs outside the event loop, and writes each segment in a short transaction of its own. */
export const createSegmentCutter = (core: StoreCore, patienceMs = 3_000): SegmentCutter => {
  const candidates = createCandidates(core.reader.sqlite);
  const write = createSegmentWriter(core);
  const readMark = createMarkReader(core);
  const running = new Map<string, Promise<void>>();
  const marks = new Map<string, Mark>();
  const cut = async (communityId: string, bucket: string): Promise<void> => {
    for (const range of candidates(communityId, bucket, core.now())) {
      const rows = await readRows(core, communityId, { bucket, range });
      if (rows.length > 0) await write(communityId, bucket, rows);
    }
  };
  /** Many phones that begin at once wait for one and the same cutting. */
  const once = (communityId: string, bucket: string): Promise<void> => {
    const key = `${communityId} ${bucket}`;
    const known = running.get(key);
    if (known !== undefined) return known;
    const begun = readMark(communityId, bucket);
    if (isFresh(marks.get(key), begun)) return Promise.resolve();
    const made = cut(communityId, bucket)
      // What was written meanwhile counts as new.
      .then(() => void marks.set(key, { ...readMark(communityId, bucket), seq: begun.seq }))
      .catch((cause: unknown) => {
        // Without a segment its rows travel row by row; a full disk or a closing store is no reason to fail a pull.
        if (!(cause instanceof StoreReadOnly)) core.warn('history was not cut', { cause: nameOf(cause) });
      })
      .finally(() => running.delete(key));
    running.set(key, made);
    return made;
  };
  return {
    prepare: async (communityId, buckets) => {
      if (buckets.length === 0) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs);
      });
      const all = async (): Promise<void> => {
        for (const bucket of buckets) await once(communityId, bucket);
      };
      await Promise.race([all(), patience]);
      clearTimeout(timer);
    },
  };
};

/** Is how things stood when history was last cut. */
interface Mark {
  readonly seq: number;
  readonly segments: number;
  readonly at: Instant;
}

const createMarkReader = ({ reader: { sqlite }, now }: StoreCore) => {
  const space = spaceReader(sqlite);
  const count = sqlite
    .prepare<SqlValue[], number>('SELECT count(*) FROM segments WHERE community_id = ? AND bucket = ?')
    .pluck();
  return (communityId: string, bucket: string): Mark => ({
    seq: space(communityId)?.seq ?? 0,
    segments: Number(count.get(communityId, bucket)),
    at: now(),
  });
};

/** Says that nothing can be worth cutting yet. A first pull asks page after page, and listing all the history for each would hold everybody up. */
const isFresh = (before: Mark | undefined, now: Mark): boolean =>
  before !== undefined &&
  now.segments === before.segments &&
  now.seq - before.seq < fewestRows &&
  Math.abs(now.at - before.at) < dayMs;

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : 'unknown');

/** Reads the images of a range as phones may see them; whatever changed since it was listed is left out. */
const readRows = async (
  { reader }: StoreCore,
  communityId: string,
  { bucket, range }: { readonly bucket: string; readonly range: readonly Candidate[] },
): Promise<readonly WireRow[]> => {
  const rows: WireRow[] = [];
  for (let from = 0; from < range.length; from += rowsPerStep) {
    for (const { id } of range.slice(from, from + rowsPerStep)) {
      const row = reader.rows.read(communityId, 'visit', id);
      if (row !== undefined && !row.deleted && row.buckets.includes(bucket)) rows.push(imageOf(bucket, row));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
};

const imageOf = (bucket: string, row: StoredRow): WireRow =>
  toWireRow({ bucket, table: row.table, rowId: row.id, rev: row.rev, op: 'put' }, row);

/** Is thrown to undo the writing of a segment whose rows were changed while it was made. */
class Outdated extends Error {}

const createSegmentWriter = ({ writer, queue, now }: StoreCore) => {
  const { sqlite } = writer;
  const insert = sqlite.prepare<(SqlValue | Buffer)[]>(
    'INSERT INTO segments (community_id, hash, bucket, rows, cut_at, content) VALUES (?, ?, ?, ?, ?, ?)',
  );
  // CROSS JOIN keeps the list outside: the other way round each feed line would go through the whole list.
  const cover = sqlite.prepare<[Readonly<Record<string, string>>]>(
    `INSERT INTO segment_rows (community_id, row_id, bucket, hash, rev)
     SELECT f.community_id, f.row_id, f.bucket, @hash, f.rev FROM json_each(@revs) i
     CROSS JOIN feed f ON f.community_id = @communityId AND f.bucket = @bucket AND f."table" = 'visit' AND f.row_id = i.value ->> 0
     WHERE f.op = 'put' AND f.rev = i.value ->> 1`,
  );
  return async (communityId: string, bucket: string, rows: readonly WireRow[]): Promise<void> => {
    const json = Buffer.from(JSON.stringify(toSegment(bucket, 'visit', rows)));
    const hash = createHash('sha256').update(json).digest('hex');
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
    const content = await compress(json, { params });
    const revs = JSON.stringify(rows.map(({ id, rev }) => [id, rev]));
    try {
      await queue.run(() => {
        insert.run(communityId, hash, bucket, rows.length, now(), content);
        if (cover.run({ communityId, bucket, hash, revs }).changes !== rows.length) throw new Outdated();
      });
    } catch (cause) {
      if (!(cause instanceof Outdated)) throw cause;
    }
  };
};
