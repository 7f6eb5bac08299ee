import * as z from 'zod/mini';

/** The size of one part of an upload, in bytes. */
export const photoPartBytes = 64 * 1024;

/** Tells how many bytes of a photo the server has; `complete` once it was checked whole, `refused` when these very bytes may not be kept. */
export const photoStateSchema = z.object({ have: z.int(), complete: z.boolean(), refused: z.boolean() });

/** Tells how much of a photo the server has. */
export type PhotoState = z.infer<typeof photoStateSchema>;
