import { err, ok } from '@lianxin/domain';
import type { Keyring } from '../../crypto/keyring.ts';
import type { ErasureStore } from '../erasure-port.ts';
import { createSide, type Side, type StoreCore } from './core.ts';
import { planErasure } from './erasure-plan.ts';
import { readErasureSubject } from './erasure-subject.ts';
import { findPersons } from './find-persons.ts';

type Looked = ReturnType<ErasureStore['look']>;

/** Counts what an erasure would change, in one snapshot on a connection of its own, giving way to other requests between steps. */
export const lookAtErasure = async (
  { openReader, now }: StoreCore,
  keyring: Keyring,
  ids: { readonly communityId: string; readonly personId: string },
): Looked => {
  const side = createSide(openReader());
  try {
    side.sqlite.exec('BEGIN');
    return await look(side, keyring, { ...ids, at: now() });
  } finally {
    side.sqlite.close();
  }
};

const look = async (
  side: Side,
  keyring: Keyring,
  { communityId, personId, at }: { readonly communityId: string; readonly personId: string; readonly at: number },
): Looked => {
  const subject = readErasureSubject(side, keyring, { communityId, personId });
  const [person] = findPersons(side, communityId, { personId });
  if (subject === undefined || person === undefined) return err({ type: 'NotFound' });
  const steps = planErasure(side, subject, at);
  let step = steps.next();
  while (!step.done) {
    await new Promise((resolve) => setImmediate(resolve));
    step = steps.next();
  }
  return ok({ person, removes: step.value.removes, stays: step.value.stays });
};
