import { err } from '@lianxin/domain';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Erasure } from '../../durability/erasure-list.ts';
import type { ErasureRequest, ErasureStore } from '../erasure-port.ts';
import { cleanFiles } from './clean-files.ts';
import type { StoreCore } from './core.ts';
import { erasePerson } from './erase-person.ts';
import { findPersons } from './find-persons.ts';
import { listErasures } from './list-erasures.ts';
import { lookAtErasure } from './look-at-erasure.ts';
import { scrubWhenFree } from './scrub-traces.ts';

/** Erases people from SQLite: the database, its log, and a line beside the witness that no restore can lose. */
export const createErasureStore = (
  core: StoreCore,
  keyring: Keyring,
  { witnessDirectory, sweepPhotos }: { readonly witnessDirectory: string; readonly sweepPhotos: () => Promise<void> },
): ErasureStore => {
  const { reader, queue, now, warn } = core;
  const erase = async (erasure: Erasure, actorName: string | null, { reason, cleanFile }: ErasureRequest) => {
    const cleaned = await cleanFiles(reader, keyring, { ...erasure, cleanFile });
    const order = { erasure, actorName, reason, cleaned };
    const erased = await queue.runInSteps(() => erasePerson(core, keyring, order));
    if (!erased.ok) return erased;
    keepListed();
    await sweepPhotos();
    await scrubWhenFree(core);
    return erased;
  };
  const keepListed = (): void => {
    try {
      listErasures(reader, witnessDirectory);
    } catch (cause) {
      // The next start adds it: the database knows.
      warn('an erasure could not be listed beside the witness', { cause: String(cause) });
    }
  };
  return {
    find: async ({ communityId }, search) => findPersons(reader, communityId, { search }),
    look: ({ communityId }, personId) => lookAtErasure(core, keyring, { communityId, personId }),
    erase: ({ communityId, actor }, personId, request) =>
      erase({ communityId, personId, at: now(), actorId: actor.accountId }, actor.name, request),
    eraseByOperator: async (personId, request) => {
      const communityId = communityOf(core, personId);
      if (communityId === undefined) return err({ type: 'NotFound' });
      return erase({ communityId, personId, at: now(), actorId: null }, null, request);
    },
    findByOperator: async (search) =>
      reader.tree.communities().flatMap(({ id }) => findPersons(reader, id, { search })),
  };
};

const communityOf = ({ reader }: StoreCore, personId: string): string | undefined =>
  reader.sqlite.prepare<[string], string>('SELECT community_id FROM persons WHERE id = ?').pluck().get(personId);
