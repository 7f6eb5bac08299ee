import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Is the name of a segment: SHA-256 of its bytes, 64 hexadecimal digits. */
export const segmentHashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Names one segment of a bucket's older visits; `except` lists the rows in it that have changed since it was cut. */
export const segmentNoteSchema = z.object({
  hash: segmentHashSchema,
  bytes: z.int(),
  rows: z.int(),
  except: z.array(idSchema),
});

/** Names one segment. */
export type SegmentNote = z.infer<typeof segmentNoteSchema>;
