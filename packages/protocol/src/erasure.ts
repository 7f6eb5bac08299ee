import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Looks for people at the desk by name, phone or door; sent in the body, because a name in an address would stay in logs. */
export const findPersonsSchema = z.strictObject({
  community: idSchema,
  search: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
});

/** Is one person at the desk, name and phone masked by the server. */
export const foundPersonSchema = z.object({
  personId: idSchema,
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  /** The relation to the head of the household, in words; empty where nobody wrote it down. */
  relation: z.string(),
  erasedAt: z.nullable(z.int()),
});

/** Lists the first people that were found; `total` counts them all. */
export const foundPersonsSchema = z.object({ persons: z.array(foundPersonSchema), total: z.int() });

/** Asks what erasing a person would take out; changes nothing. */
export const lookAtErasureSchema = z.strictObject({ community: idSchema });

/** Erases a person for a stated reason. */
export const erasePersonSchema = z.strictObject({
  community: idSchema,
  reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
});

/** Counts what is taken out: never a value. */
export const erasedCountsSchema = z.object({
  /** Filled values of the person's own record. */
  values: z.int(),
  /** Texts of other records in which the person's name or a number stood. */
  texts: z.int(),
  /** Photos of the person's households, with their pictures. */
  photos: z.int(),
  /** Losing values and held work about the person. */
  waiting: z.int(),
  /** Payloads of mutations that were about the person or named them. */
  mutations: z.int(),
  /** Imported files that named the person. */
  imports: z.int(),
});

/** Counts what stays: it tells that something happened, not whom it happened to. */
export const stayingCountsSchema = z.object({
  memberships: z.int(),
  tags: z.int(),
  visits: z.int(),
  needs: z.int(),
  mutations: z.int(),
  /** Other people who have the same phone: it is theirs. */
  sharedPhones: z.int(),
});

/** Tells what erasing would take out and what would stay. */
export const erasureLookSchema = z.object({
  person: foundPersonSchema,
  removes: erasedCountsSchema,
  stays: stayingCountsSchema,
});

/** Tells what was erased. */
export const erasureAnswerSchema = z.object({
  personId: idSchema,
  erasedAt: z.int(),
  removed: erasedCountsSchema,
  stays: stayingCountsSchema,
});

/** Looks for people at the desk. */
export type FindPersons = z.infer<typeof findPersonsSchema>;
/** Is one person at the desk. */
export type FoundPerson = z.infer<typeof foundPersonSchema>;
/** Lists the people that were found. */
export type FoundPersons = z.infer<typeof foundPersonsSchema>;
/** Counts what is taken out. */
export type ErasedCounts = z.infer<typeof erasedCountsSchema>;
/** Counts what stays. */
export type StayingCounts = z.infer<typeof stayingCountsSchema>;
/** Tells what erasing would take out and what would stay. */
export type ErasureLook = z.infer<typeof erasureLookSchema>;
/** Tells what was erased. */
export type ErasureAnswer = z.infer<typeof erasureAnswerSchema>;
