import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { mutationSchema } from './mutation.ts';
import { maxPushMutations } from './version.ts';

/** Lists what may become of a mutation: `merged` is applied with at least one losing value kept, `held` and `refused` keep the payload for a person. */
export const outcomeKindSchema = z.enum(['applied', 'merged', 'held', 'refused']);

/**
 * Lists the reasons of an outcome; each has a sentence and a next step on the phone. `handedOver` goes with applied: what an ex-worker saw at a door is now
 * the new worker's. `failed` is a rule that broke: held for a person. `erased` keeps no payload.
 */
export const outcomeReasonSchema = z.enum([
  'invalid',
  'unknownMutation',
  'notFound',
  'outOfScope',
  'notAllowed',
  'alreadyExists',
  'alreadyEnded',
  'alreadyClaimed',
  'notYours',
  'stateChanged',
  'noAnswer',
  'namesSomebody',
  'accountDisabled',
  'failed',
  'handedOver',
  'erased',
]);

/** Asks the server to apply mutations in order; the first is the lowest unacknowledged. */
export const pushRequestSchema = z.strictObject({
  version: z.literal(1),
  schema: z.int().check(z.positive()),
  communityId: idSchema,
  epoch: z.nullable(idSchema),
  replicaId: idSchema,
  mutations: z.array(mutationSchema).check(z.maxLength(maxPushMutations)),
  left: z.int().check(z.nonnegative()),
});

/** Tells what became of one mutation. Every decided mutation takes a `rev` of its own, also one that writes nothing: it is its place in the community's history. */
export const outcomeSchema = z.strictObject({
  n: z.int(),
  id: idSchema,
  rev: z.int(),
  outcome: outcomeKindSchema,
  reason: z.nullable(outcomeReasonSchema),
  field: z.nullable(z.string()),
});

/** Answers a push. `stop` tells why the rest was not read: `fork` and `gap` ask for a new replica id, `epoch` for a fresh pull, `upgrade` for a newer app. */
export const pushAnswerSchema = z.object({
  version: z.literal(1),
  epoch: idSchema,
  replicaId: idSchema,
  serverNow: z.int(),
  outcomes: z.array(outcomeSchema),
  stop: z.nullable(z.enum(['fork', 'gap', 'epoch', 'wipe', 'upgrade'])),
  safe: z.int(),
});

/** Is a push on the wire. */
export type PushRequest = z.infer<typeof pushRequestSchema>;
/** Is the answer to a push. */
export type PushAnswer = z.infer<typeof pushAnswerSchema>;
/** Is what became of one mutation. */
export type MutationOutcome = z.infer<typeof outcomeSchema>;
/** Is one of the four outcomes. */
export type OutcomeKind = z.infer<typeof outcomeKindSchema>;
/** Is why a mutation was held or refused. */
export type OutcomeReason = z.infer<typeof outcomeReasonSchema>;
