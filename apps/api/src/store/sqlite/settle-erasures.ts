import type { Keyring } from '../../crypto/keyring.ts';
import { type Erasure, erasureKey, readErasures } from '../../durability/erasure-list.ts';
import { type ErasingCore, erasePerson, noteUnknownPerson } from './erase-person.ts';
import { listErasures } from './list-erasures.ts';
import { erasures, spaces } from './schema/sync-tables.ts';
import { hasTraces, scrubTraces } from './scrub-traces.ts';

/** Brings the database and the list beside its witness together: either may be the older one. */
export const settleErasures = (core: ErasingCore, keyring: Keyring, directory: string): void => {
  applyErasures(core, keyring, readErasures([directory]));
  listErasures(core.writer, directory);
};

/** Erases again whoever a database has lost the erasure of, as after an older backup was put back. */
const applyErasures = (core: ErasingCore, keyring: Keyring, list: readonly Erasure[]): void => {
  const { writer, changes } = core;
  const done = new Set(writer.db.select().from(erasures).all().map(erasureKey));
  const here = new Set(
    writer.db
      .select({ id: spaces.communityId })
      .from(spaces)
      .all()
      .map(({ id }) => id),
  );
  const missing = list.filter((erasure) => !done.has(erasureKey(erasure)) && here.has(erasure.communityId));
  const erase = writer.sqlite.transaction((erasure: Erasure): void => {
    const steps = erasePerson(core, keyring, { erasure, actorName: null, reason: null, cleaned: null });
    let step = steps.next();
    while (!step.done) step = steps.next();
    if (!step.value.ok) noteUnknownPerson(core, erasure);
  });
  for (const erasure of missing) {
    erase.immediate(erasure);
    changes.end(true);
  }
  if (hasTraces(writer)) scrubTraces(writer);
};
