import { err, ok, type Result } from '@lianxin/domain';
import type { ErasureAnswer } from '@lianxin/protocol';
import { type StoredRow, unknownErasedPerson } from '@lianxin/sync/merge';
import { and, eq } from 'drizzle-orm';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Erasure } from '../../durability/erasure-list.ts';
import type { ReasonNamesPerson } from '../erasure-port.ts';
import type { NotFound } from '../refusals.ts';
import { appendAudit } from './audit-log.ts';
import { type CleanedFiles, isStillClean } from './clean-files.ts';
import type { StoreCore } from './core.ts';
import { eraseImports } from './erasure-imports.ts';
import { leaveToSweep } from './erasure-photos.ts';
import { type ErasurePlan, planErasure } from './erasure-plan.ts';
import { type ErasureSubject, readErasureSubject } from './erasure-subject.ts';
import { erasures, mutations } from './schema/sync-tables.ts';
import { noteTraces } from './scrub-traces.ts';
import { maxRowsPerRev } from './seeder.ts';
import { createSpaceWriter } from './space-writer.ts';

/** Is who erases whom, and why. */
export interface ErasureOrder {
  readonly erasure: Erasure;
  readonly actorName: string | null;
  /** Null when a database that was put back is held to an earlier erasure, whose line in the audit it has lost. */
  readonly reason: string | null;
  /** The files that name the person, written again without them; they go whole where there is none. */
  readonly cleaned: CleanedFiles | null;
}

/** Is what the eraser needs of the store. */
export type ErasingCore = Pick<StoreCore, 'writer' | 'changes' | 'now'>;

/** Erases a person in the running transaction. Ids, counts, order and outcomes stay; a second time finds nothing and changes nothing but the values that came back. */
export function* erasePerson(
  core: ErasingCore,
  keyring: Keyring,
  order: ErasureOrder,
): Generator<void, Result<ErasureAnswer, NotFound | ReasonNamesPerson>, void> {
  const { communityId, personId, at } = order.erasure;
  const subject = readErasureSubject(core.writer, keyring, { communityId, personId });
  if (subject === undefined) return err({ type: 'NotFound' });
  if (order.reason !== null && namesPerson(order.reason, subject)) return err({ type: 'ReasonNamesPerson' });
  const plan = yield* planErasure(core.writer, subject, at);
  const cleaned = order.cleaned !== null && isStillClean(order.cleaned, subject) ? order.cleaned.contents : new Map();
  yield* writePlan(core, subject, plan);
  leaveToSweep(core.writer, order.erasure, plan.pictures);
  eraseImports(core.writer, keyring, { communityId, found: plan.imports, cleaned });
  noteErasure(core, order, { plan, subject });
  return ok({ personId, erasedAt: at, removed: plan.removes, stays: plan.stays });
}

/** Keeps that somebody was erased whom this history does not hold, so that what still comes in about them is refused. */
export const noteUnknownPerson = (core: ErasingCore, { communityId, personId, at, actorId }: Erasure): void => {
  const spaces = createSpaceWriter(core);
  spaces.write(communityId, [{ ...unknownErasedPerson(personId, at), rev: spaces.nextRev(communityId) }]);
  core.writer.db.insert(erasures).values({ communityId, personId, at, actorId }).onConflictDoNothing().run();
};

const namesPerson = (reason: string, { values }: ErasureSubject): boolean => {
  const plain = reason.normalize('NFKC').replace(/\s+/gu, '');
  const spoken = [...values.names, ...values.numbers].map((value) => value.replace(/\s+/gu, ''));
  return spoken.some((value) => value.length > 1 && plain.includes(value));
};

/** Every rev stays below a page, so that a phone can always take one whole. */
function* writePlan(
  core: ErasingCore,
  { communityId }: ErasureSubject,
  plan: ErasurePlan,
): Generator<void, void, void> {
  const spaces = createSpaceWriter(core);
  for (let from = 0; from < plan.rows.length; from += maxRowsPerRev) {
    const rev = spaces.nextRev(communityId);
    spaces.write(
      communityId,
      plan.rows.slice(from, from + maxRowsPerRev).map((row): StoredRow => ({ ...row, rev })),
    );
    yield;
  }
  for (const { id, args } of plan.payloads) {
    const one = and(eq(mutations.communityId, communityId), eq(mutations.id, id));
    core.writer.db
      .update(mutations)
      .set({ args: JSON.stringify(args) })
      .where(one)
      .run();
  }
}

const noteErasure = (
  { writer, now }: ErasingCore,
  { erasure, actorName, reason }: ErasureOrder,
  { plan, subject }: { readonly plan: ErasurePlan; readonly subject: ErasureSubject },
): void => {
  const { communityId, personId, actorId } = erasure;
  // A backup may know the records apart that were one human being when they were erased.
  for (const { id } of [subject.person, ...subject.twins])
    writer.db
      .insert(erasures)
      .values({ ...erasure, personId: id })
      .onConflictDoNothing()
      .run();
  noteTraces(writer);
  appendAudit(
    writer,
    {
      actorId,
      actorName,
      action: reason === null ? 'person.erasedAgain' : 'person.erased',
      communityId,
      subjectId: personId,
      facts: { ...(reason === null ? {} : { reason }), ...plan.removes },
    },
    now(),
  );
};
