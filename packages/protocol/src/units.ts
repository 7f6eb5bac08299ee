import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
const estate = z.nullable(z.string().check(z.maxLength(60)));
const layout = z.nullable(z.enum(['matrix', 'list']));
const floors = z.nullable(z.int().check(z.gte(0), z.lte(200)));
const supervisionPhone = z.nullable(z.string().check(z.maxLength(40)));
const duty = z.nullable(z.string().check(z.maxLength(300)));
const sortOrder = z.nullable(z.int().check(z.gte(0), z.lte(1_000_000)));

/** Lists the levels of the tree. */
export const unitKindSchema = z.enum(['district', 'street', 'community', 'village', 'grid', 'building', 'entrance']);

/** Is one node of the tree as the desk draws it. `communityId` is null above communities; `canManage` is false for the way up to one's own unit. */
export const unitNodeSchema = z.object({
  id: idSchema,
  kind: unitKindSchema,
  parentId: z.nullable(idSchema),
  communityId: z.nullable(idSchema),
  name: z.string(),
  code: z.nullable(z.string()),
  estate,
  layout,
  floors,
  supervisionPhone,
  duty,
  sortOrder,
  fromOn: z.nullable(z.string()),
  toOn: z.nullable(z.string()),
  canManage: z.boolean(),
});

/** Lists the nodes that the session may see, parents before children. */
export const unitsAnswerSchema = z.object({ units: z.array(unitNodeSchema) });

/** Creates a node below another; a district has no parent. */
export const newUnitSchema = z.strictObject({
  kind: unitKindSchema,
  parentId: z.nullable(idSchema),
  name,
  code: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  estate: z.optional(estate),
  layout: z.optional(layout),
  floors: z.optional(floors),
  supervisionPhone: z.optional(supervisionPhone),
  duty: z.optional(duty),
  sortOrder: z.optional(sortOrder),
});

/** Changes what a node is called and how it is drawn; its kind and place in the tree stay. */
export const unitChangeSchema = z.strictObject({
  name: z.optional(name),
  code: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  estate: z.optional(estate),
  layout: z.optional(layout),
  floors: z.optional(floors),
  supervisionPhone: z.optional(supervisionPhone),
  duty: z.optional(duty),
  sortOrder: z.optional(sortOrder),
});

/** Closes a node on a day; today when none is given. */
export const closeUnitSchema = z.strictObject({ toOn: z.optional(z.iso.date()) });

/** Answers a change with the node. */
export const unitAnswerSchema = z.object({ unit: unitNodeSchema });

/** Is one node of the tree. */
export type UnitNode = z.infer<typeof unitNodeSchema>;
/** Lists nodes. */
export type UnitsAnswer = z.infer<typeof unitsAnswerSchema>;
/** Creates a node. */
export type NewUnit = z.infer<typeof newUnitSchema>;
/** Changes a node. */
export type UnitChange = z.infer<typeof unitChangeSchema>;
/** Answers a change with the node. */
export type UnitAnswer = z.infer<typeof unitAnswerSchema>;
