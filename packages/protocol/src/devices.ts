import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Is a signed-in browser of an account as an administrator sees it. */
export const deviceSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  accountName: z.string(),
  /** What the browser calls itself in few words: Android · Chrome. */
  label: z.string(),
  createdAt: z.int(),
  seenAt: z.int(),
  leaseUntil: z.int(),
  state: z.enum(['active', 'wipeAsked', 'wiped', 'ended']),
});

/** Asks for the devices of a community's accounts. */
export const devicesQuerySchema = z.strictObject({ community: idSchema });

/** Lists devices. */
export const devicesAnswerSchema = z.object({ devices: z.array(deviceSchema) });

/** Is a signed-in browser. */
export type Device = z.infer<typeof deviceSchema>;
/** Lists devices. */
export type DevicesAnswer = z.infer<typeof devicesAnswerSchema>;
