import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { clientAddress } from '../../http/client-address.ts';
import { problem } from '../../http/problem.ts';
import type { SessionStore } from '../../store/port.ts';

/** Tries that cost nothing: by one name from one address, and by one address for any name or code. */
const freeTriesByName = 5;
const freeTriesByAddress = 30;

/** Is one attempt to get in, counted before it is checked. */
export interface Attempt {
  readonly refusal: Response | undefined;
  readonly succeeded: () => Promise<void>;
}

/** Counts an attempt against its name and its address. Nobody can lock somebody else out: another address counts on its own. */
export const countAttempt = async (sessions: SessionStore, context: Context, name: string): Promise<Attempt> => {
  const address = clientAddress(context);
  const byName = keyOf(`${name}|${address}`);
  const byAddress = keyOf(`*|${address}`);
  const turns = [
    await sessions.takeTurn(byName, freeTriesByName),
    await sessions.takeTurn(byAddress, freeTriesByAddress),
  ];
  const refused = turns.find((turn) => !turn.isAllowed);
  return {
    refusal: refused === undefined ? undefined : problem('tooManyTries', { retryAfterMs: refused.retryAfterMs }),
    succeeded: async () => {
      await sessions.clearTurns(byName);
      await sessions.clearTurns(byAddress);
    },
  };
};

/** The table of attempts must not become a list of names and addresses. */
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
