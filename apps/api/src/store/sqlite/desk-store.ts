import type { Keyring } from '../../crypto/keyring.ts';
import type { DeskStore } from '../desk-port.ts';
import { createCadenceStore } from './cadence-store.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { readHeld } from './held-list.ts';
import { createImportStore } from './import-store.ts';
import { createLedgerStore } from './ledger-store.ts';
import { createQuestionSetStore } from './question-set-store.ts';
import { readRegister } from './read-register.ts';

/** Keeps what the desk works with in SQLite. */
export const createDeskStore = (core: StoreCore, keyring: Keyring): DeskStore => ({
  imports: createImportStore(core, keyring),
  cadences: createCadenceStore(core),
  ledgers: createLedgerStore(core),
  questionSets: createQuestionSetStore(core),
  held: async (scope) => inSnapshot(core.reader, () => readHeld(core.reader, scope.communityId)),
  readRegister: async (scope) => inSnapshot(core.reader, () => readRegister(core.reader, scope.communityId)),
});
