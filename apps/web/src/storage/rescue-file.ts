import type { Codec } from './codec.ts';
import type { RescueKeys } from './known-people.ts';
import { collectSavedWork } from './rescue-saved-work.ts';
import { sealRescue } from './rescue-seal.ts';

/** Tells how making a rescue file ended. */
export type RescueFile =
  | { readonly type: 'made'; readonly file: File; readonly count: number; readonly unreadable: number }
  | { readonly type: 'nothingThere' }
  | { readonly type: 'noKey' }
  | { readonly type: 'unreadable' };

/** Makes a file of everything that would be lost with this phone; it needs no network, and only the server can open it. */
export const makeRescueFile = async (
  author: { readonly accountId: string; readonly keys: RescueKeys | null },
  ports: { readonly codec: Codec; readonly now: number },
): Promise<RescueFile> => {
  const { accountId, keys } = author;
  if (keys === null) return { type: 'noKey' };
  const saved = await collectSavedWork(accountId, ports.codec).catch(() => null);
  if (saved === null) return { type: 'unreadable' };
  const { lines, unreadable } = saved;
  if (lines.length === 0) return { type: unreadable > 0 ? 'unreadable' : 'nothingThere' };
  const { sealingKey, rescueTicket } = keys;
  const envelope = await sealRescue(sealingKey, { rescueTicket, accountId, madeAt: ports.now, lines: [...lines] });
  return {
    type: 'made',
    file: new File([JSON.stringify(envelope)], nameRescueFile(ports.now, envelope.salt), { type: 'application/json' }),
    count: lines.reduce((sum, line) => sum + line.mutations.length, 0),
    unreadable,
  };
};

/** Names a file by its day and some random letters; no name of a person, because it travels through chats. */
export const nameRescueFile = (now: number, random: string): string =>
  `lianxin-${new Date(now).toISOString().slice(0, 10)}-${random.slice(0, 6)}.lianxin`;
