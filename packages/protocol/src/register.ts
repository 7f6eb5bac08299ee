import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Pages through the doors of a community at the desk; `after` is the `next` of the page before. */
export const registerQuerySchema = z.object({
  community: idSchema,
  grid: z.optional(idSchema),
  search: z.optional(z.string().check(z.maxLength(60))),
  after: z.optional(z.string().check(z.maxLength(120))),
});

/** Is one household at the desk, names and numbers masked by the server. */
export const registerHouseholdSchema = z.object({
  dwellingId: idSchema,
  householdId: z.nullable(idSchema),
  gridName: z.string(),
  address: z.string(),
  headName: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  members: z.int(),
  openNeeds: z.int(),
  lastVisitAt: z.nullable(z.int()),
});

/** Lists households at the desk. */
export const registerAnswerSchema = z.object({
  households: z.array(registerHouseholdSchema),
  total: z.int(),
  next: z.nullable(z.string()),
});

/** Counts what a community holds, for the desk's first page. */
export const overviewAnswerSchema = z.object({
  communityId: idSchema,
  counts: z.object({
    dwellings: z.int(),
    households: z.int(),
    persons: z.int(),
    visitsThisMonth: z.int(),
    openNeeds: z.int(),
    openWishes: z.int(),
    helpThisMonth: z.int(),
    held: z.int(),
  }),
  grids: z.array(
    z.object({
      gridId: idSchema,
      name: z.string(),
      dwellings: z.int(),
      visitedWithin30Days: z.int(),
      visitedWithin90Days: z.int(),
    }),
  ),
});

/** Is one household at the desk. */
export type RegisterHousehold = z.infer<typeof registerHouseholdSchema>;
/** Lists households at the desk. */
export type RegisterAnswer = z.infer<typeof registerAnswerSchema>;
/** Counts what a community holds. */
export type OverviewAnswer = z.infer<typeof overviewAnswerSchema>;
