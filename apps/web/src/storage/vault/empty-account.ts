import { Dexie } from 'dexie';
import { databaseName } from '../database.ts';

/** Forgets everything of an account on this phone. Only for what the server has, or what nobody can open any more. */
export const emptyAccount = async (accountId: string): Promise<void> => {
  await Dexie.delete(databaseName(accountId));
  // Sentinels, losses and spare drafts carry the account in their names; who is here stays on the list.
  for (const shelf of [localStorage, sessionStorage])
    for (const key of Object.keys(shelf)) if (key.includes(accountId)) shelf.removeItem(key);
};
