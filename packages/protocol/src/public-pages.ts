import * as z from 'zod/mini';

/** Tells who a worker is, for anybody at a door: no personal data beyond the name on the badge. */
export const workerCardSchema = z.object({
  name: z.string(),
  /** The places of current duties, each with its community. */
  duties: z.array(z.object({ gridName: z.string(), unitName: z.string() })),
  supervisionPhone: z.nullable(z.string()),
});

/** Tells what the notice of a building says. */
export const noticeAnswerSchema = z.object({
  buildingName: z.string(),
  estate: z.nullable(z.string()),
  gridName: z.string(),
  unitName: z.string(),
  duty: z.nullable(z.string()),
  supervisionPhone: z.nullable(z.string()),
  workers: z.array(z.object({ name: z.string(), publicToken: z.string() })),
});

/** Tells who a worker is. */
export type WorkerCard = z.infer<typeof workerCardSchema>;
/** Tells what the notice of a building says. */
export type NoticeAnswer = z.infer<typeof noticeAnswerSchema>;
