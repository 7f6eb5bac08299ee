import { idSchema, isCodeOf, tagKind } from '@lianxin/domain';
import * as z from 'zod/mini';

const kinds = z.array(z.string().check(z.refine((code) => isCodeOf(tagKind, code)))).check(z.maxLength(30));

/** Asks for the cadences of a community. */
export const cadencesQuerySchema = z.object({ community: idSchema });

/** Is a cadence as an administrator edits it; `id` is null for a preset that the community has not changed and for a new one. */
export const cadenceDraftSchema = z.strictObject({
  id: z.nullable(idSchema),
  presetKey: z.nullable(z.string().check(z.maxLength(40))),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  tagKinds: kinds,
  alsoTagKinds: kinds,
  minAge: z.nullable(z.int().check(z.gte(0), z.lte(130))),
  everyDays: z.int().check(z.gte(1), z.lte(800)),
  afterChangeDays: z.nullable(z.int().check(z.gte(1), z.lte(60))),
  isActive: z.boolean(),
  sortOrder: z.int().check(z.gte(0), z.lte(1_000)),
});

/** Lists the cadences in force and switched off, presets among them. */
export const cadencesAnswerSchema = z.object({ cadences: z.array(cadenceDraftSchema) });

/** Saves one cadence of a community. */
export const saveCadenceSchema = z.strictObject({ community: idSchema, cadence: cadenceDraftSchema });

/** Is a cadence as an administrator edits it. */
export type CadenceDraft = z.infer<typeof cadenceDraftSchema>;
/** Lists cadences. */
export type CadencesAnswer = z.infer<typeof cadencesAnswerSchema>;
/** Saves one cadence. */
export type SaveCadence = z.infer<typeof saveCadenceSchema>;
