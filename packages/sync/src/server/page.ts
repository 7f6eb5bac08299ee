import type { Bucket, BucketPage, SegmentNote, WireRow } from '@lianxin/protocol';
import type { FeedEntry } from './feed.ts';

/** Is what one bucket offers after a cursor: feed lines in order of rev, at least one more than fits, and how many there are in all. */
export interface BucketTail {
  readonly bucket: Bucket;
  readonly from: number;
  readonly entries: readonly FeedEntry[];
  /** How many lines lie after the cursor, `entries` among them. */
  readonly total: number;
  /** The sum over the bucket's live rows, from stored rows of the same snapshot. */
  readonly digest: string;
  /** Where the rows lie that the lines leave out, for somebody who begins. */
  readonly segments?: readonly SegmentNote[];
}

/** Limits a page. `bytesOf` measures a row's JSON. */
export interface PageLimits {
  readonly rows: number;
  readonly bytes: number;
  readonly bytesOf: (row: WireRow) => number;
}

/**
 * Cuts one page out of the tails of all buckets, up to `top`. A rev is never split across pages, so that a mutation's rows arrive together per bucket;
 * a single rev larger than the page is sent whole. `toRow` reads a row's image, in the same snapshot.
 */
export const cutPage = (
  tails: readonly BucketTail[],
  page: { readonly top: number; readonly limits: PageLimits; readonly toRow: (entry: FeedEntry) => WireRow },
): readonly BucketPage[] => {
  let rowsLeft = page.limits.rows;
  let bytesLeft = page.limits.bytes;
  return tails.map((tail) => {
    const rows: WireRow[] = [];
    let to = tail.from;
    // A bucket for which there is no room any more is not even read.
    for (const group of rowsLeft > 0 ? groupsByRev(tail.entries) : []) {
      const images = group.map(page.toRow);
      const bytes = images.reduce((sum, row) => sum + page.limits.bytesOf(row), 0);
      const isFirst = rowsLeft === page.limits.rows;
      if (!isFirst && (images.length > rowsLeft || bytes > bytesLeft)) {
        rowsLeft = 0;
        break;
      }
      rows.push(...images);
      rowsLeft -= images.length;
      bytesLeft -= bytes;
      to = group[0]?.rev ?? to;
    }
    const end = rows.length === tail.total;
    const bucketPage: BucketPage = {
      bucket: tail.bucket,
      from: tail.from,
      to: end ? page.top : to,
      end,
      remaining: tail.total - rows.length,
      digest: end ? tail.digest : null,
      rows,
    };
    return isTold(tail, bucketPage) ? { ...bucketPage, segments: [...(tail.segments ?? [])] } : bucketPage;
  });
};

/** Segments are told once, with the first rows: a bucket for which this page had no room is still at its beginning. */
const isTold = ({ from, segments = [] }: BucketTail, { to }: BucketPage): boolean =>
  from === 0 && to > 0 && segments.length > 0;

/** Groups feed lines by rev, keeping order. The last group may be cut off by the reader's limit, so a reader fetches whole revs. */
const groupsByRev = (entries: readonly FeedEntry[]): readonly (readonly FeedEntry[])[] => {
  const groups: FeedEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.rev === entry.rev) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
};
