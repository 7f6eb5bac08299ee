import { idSchema, isJson, type Json } from '@lianxin/domain';
import * as z from 'zod/mini';
import { sealedTextSchema } from './sealed-text.ts';

/** Is any JSON value that is not nested deeper than a bound; a zod schema of itself would overflow the stack on a hostile body. */
export const jsonSchema: z.ZodMiniType<Json, Json> = z.custom<Json>((value) => isJson(value));

const day = z.iso.date();
const fieldMap = z.record(z.string().check(z.maxLength(60)), jsonSchema);

/** Is a record as its author made it; the fields are checked against the record's declaration by the reducer. */
export const newRecordSchema = z.strictObject({ id: idSchema, fields: fieldMap });

/** Is one edited field with what the author had on screen: the row's rev, and the author's own pending mutation whose value was shown. */
export const cellEditSchema = z.strictObject({
  field: z.string().check(z.maxLength(60)),
  to: jsonSchema,
  on: z.nullable(idSchema),
  seen: z.int().check(z.nonnegative()),
});

/** The visit at which something was seen, for what is written beside one. */
const atVisit = z.optional(z.nullable(idSchema));

const needState = z.enum(['open', 'inProgress', 'done', 'answered']);
const byNotice = z.strictObject({ noticeId: idSchema });

/** Maps every mutation name to the versions of its arguments. Versions are added, never changed or removed: phones in drawers still hold old ones. */
export const mutationArguments = {
  'visit.log': {
    1: z.strictObject({ visit: newRecordSchema, needs: z.array(newRecordSchema).check(z.maxLength(20)) }),
  },
  'dwelling.add': { 1: z.strictObject({ dwelling: newRecordSchema }) },
  'household.add': { 1: z.strictObject({ household: newRecordSchema }) },
  'household.move': { 1: z.strictObject({ householdId: idSchema, dwellingId: idSchema }) },
  'household.end': { 1: z.strictObject({ householdId: idSchema, toOn: day }) },
  'member.add': {
    1: z.strictObject({ person: z.nullable(newRecordSchema), membership: newRecordSchema, visitId: atVisit }),
  },
  'membership.end': {
    1: z.strictObject({
      membershipId: idSchema,
      toOn: day,
      endReason: z.enum(['died', 'movedOut', 'recordedInError']),
      visitId: atVisit,
    }),
  },
  'record.edit': {
    1: z.strictObject({
      table: z.enum(['dwelling', 'household', 'person', 'membership', 'need']),
      id: idSchema,
      edits: z.array(cellEditSchema).check(z.minLength(1), z.maxLength(40)),
      visitId: atVisit,
    }),
  },
  'tag.add': { 1: z.strictObject({ tag: newRecordSchema, visitId: atVisit }) },
  'tag.end': { 1: z.strictObject({ tagId: idSchema, toOn: day, visitId: atVisit }) },
  'need.raise': { 1: z.strictObject({ need: newRecordSchema }) },
  'need.advance': {
    1: z.strictObject({
      needId: idSchema,
      from: needState,
      to: needState,
      answer: z.nullable(z.string().check(z.maxLength(2_000))),
      /** The answer on the author's screen, so that nobody takes back or writes over one that they have not read. */
      seenAnswer: z.optional(z.nullable(z.string().check(z.maxLength(2_000)))),
    }),
  },
  'wish.publish': { 1: z.strictObject({ wish: newRecordSchema, notice: newRecordSchema }) },
  'wish.claim': { 1: byNotice },
  'wish.release': { 1: byNotice },
  'wish.finish': { 1: z.strictObject({ noticeId: idSchema, help: z.nullable(newRecordSchema) }) },
  'wish.withdraw': { 1: byNotice },
  'help.log': { 1: z.strictObject({ help: newRecordSchema }) },
  'conflict.decide': {
    1: z.strictObject({
      conflictId: idSchema,
      state: z.enum(['kept', 'changed']),
      seen: z.optional(z.int().check(z.nonnegative())),
    }),
  },
  'held.decide': {
    1: z.strictObject({
      heldId: idSchema,
      state: z.enum(['taken', 'dropped']),
      /** The rev of the record on the decider's screen, for what edits one. */
      seen: z.optional(z.int().check(z.nonnegative())),
    }),
  },
  'answers.give': { 1: z.strictObject({ sheet: newRecordSchema }) },
  'photo.add': { 1: z.strictObject({ photo: newRecordSchema }) },
  'photo.remove': { 1: z.strictObject({ photoId: idSchema }) },
  'code.issue': { 1: z.strictObject({ code: newRecordSchema }) },
  'code.end': { 1: z.strictObject({ codeId: idSchema, toOn: day }) },
  'household.split': {
    1: z.strictObject({
      regroupingId: idSchema,
      householdId: idSchema,
      household: newRecordSchema,
      membershipIds: z.array(idSchema).check(z.minLength(1), z.maxLength(50)),
    }),
  },
  'household.merge': {
    1: z.strictObject({ regroupingId: idSchema, fromId: idSchema, intoId: idSchema, toOn: day }),
  },
  'person.split': {
    1: z.strictObject({
      regroupingId: idSchema,
      personId: idSchema,
      person: newRecordSchema,
      membershipIds: z.array(idSchema).check(z.maxLength(50)),
      tagIds: z.array(idSchema).check(z.maxLength(50)),
    }),
  },
  'person.merge': { 1: z.strictObject({ regroupingId: idSchema, fromId: idSchema, intoId: idSchema }) },
  'regrouping.undo': { 1: z.strictObject({ regroupingId: idSchema }) },
  /** An ID number that was typed on a phone, sealed to the server at once; the phone keeps nothing of it. */
  'person.identify': { 1: z.strictObject({ personId: idSchema, sealed: sealedTextSchema }) },
} as const;

/** Is the name of a mutation. */
export type MutationName = keyof typeof mutationArguments;

/** Is the arguments of a mutation in their newest version. */
export type MutationArguments = { [N in MutationName]: z.infer<(typeof mutationArguments)[N][1]> };

/** Is a record as its author made it. */
export type NewRecord = z.infer<typeof newRecordSchema>;

/** Is one edited field with what the author had on screen. */
export type CellEdit = z.infer<typeof cellEditSchema>;

/** Lists the mutation names. */
export const mutationNames: readonly MutationName[] = [
  'visit.log',
  'dwelling.add',
  'household.add',
  'household.move',
  'household.end',
  'member.add',
  'membership.end',
  'record.edit',
  'tag.add',
  'tag.end',
  'need.raise',
  'need.advance',
  'wish.publish',
  'wish.claim',
  'wish.release',
  'wish.finish',
  'wish.withdraw',
  'help.log',
  'conflict.decide',
  'held.decide',
  'answers.give',
  'photo.add',
  'photo.remove',
  'code.issue',
  'code.end',
  'household.split',
  'household.merge',
  'person.split',
  'person.merge',
  'regrouping.undo',
  'person.identify',
];

/** Says whether a text names a mutation that this version knows. */
export const isMutationName = (name: string): name is MutationName => Object.hasOwn(mutationArguments, name);

/** Is a named, versioned intent as it travels. `at` is the phone's clock, `offsetMs` its measured distance from the server's. */
export const mutationSchema = z.strictObject({
  id: idSchema,
  n: z.int().check(z.positive()),
  name: z.string().check(z.maxLength(60)),
  version: z.int().check(z.positive()),
  at: z.int().check(z.nonnegative()),
  offsetMs: z.int(),
  args: jsonSchema,
});

/** Is a mutation as it travels, its arguments not yet checked. */
export type Mutation = z.infer<typeof mutationSchema>;
