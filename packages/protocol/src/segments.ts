import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { columnSchema, fromColumns, toColumns } from './columns.ts';
import type { WireRow } from './wire-row.ts';

/** Is the name of a segment: SHA-256 of its JSON as it is read, before any compression, in 64 hexadecimal digits. */
export const segmentHashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * Names one segment of a bucket's older visits. What lies in it does not come row by row. A segment never changes: the server gives it up in the very
 * transaction that writes one of its rows again, so nothing that has left the bucket or was erased travels in one.
 */
export const segmentNoteSchema = z.object({
  hash: segmentHashSchema,
  /** How many bytes travel. */
  bytes: z.int(),
  rows: z.int(),
});

/** Is a segment: rows of one table of one bucket, column by column. */
export const segmentSchema = z.object({
  version: z.literal(1),
  bucket: z.string(),
  table: z.string(),
  ids: z.array(idSchema),
  revs: z.array(z.int()),
  columns: z.record(z.string(), columnSchema),
});

/** Names one segment. */
export type SegmentNote = z.infer<typeof segmentNoteSchema>;
/** Is a segment. */
export type Segment = z.infer<typeof segmentSchema>;

/** Is what a phone asks for: segments of a community by their hashes. */
export interface SegmentsRequest {
  readonly communityId: string;
  readonly hashes: readonly string[];
}

/** Is a segment that came, named by the hash of the very bytes that came: what is damaged has another name than what was asked for. */
export interface FoundSegment {
  readonly hash: string;
  readonly segment: Segment;
}

/** Is what came of the segments asked for; those that the server has given up are not among them. */
export interface SegmentsAnswer {
  readonly found: readonly FoundSegment[];
}

/** Makes a segment of rows that are all there. */
export const toSegment = (bucket: string, table: string, rows: readonly WireRow[]): Segment => ({
  version: 1,
  bucket,
  table,
  ids: rows.map(({ id }) => id),
  revs: rows.map(({ rev }) => rev),
  columns: { ...toColumns(rows.map(({ fields }) => fields ?? {})) },
});

/** Lists the rows of a segment. */
export const fromSegment = ({ table, ids, revs, columns }: Segment): readonly WireRow[] => {
  const fields = fromColumns(columns, ids.length);
  return ids.map((id, at) => ({ table, id, rev: revs[at] ?? 0, op: 'put', fields: { ...fields[at] } }));
};
