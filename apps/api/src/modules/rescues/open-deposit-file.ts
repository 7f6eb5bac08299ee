import { err, ok, type Result } from '@lianxin/domain';
import { type DepositContent, type DepositFile, depositContentSchema, type RescueContent } from '@lianxin/protocol';
import type { Keyring } from '../../crypto/keyring.ts';
import type { SealingKey } from '../../crypto/sealing-key.ts';
import { inBreaths } from '../../http/in-breaths.ts';
import { parseJson } from '../../http/read-body.ts';

/** Is why a file of deposits is not taken. */
export type DepositFileProblem = 'damaged' | 'otherKey' | 'forged';

interface DepositFileKeys {
  readonly sealingKey: SealingKey;
  readonly keyring: Keyring;
}

/** Opens a file of deposits into what a rescue file holds: one author's work, every piece proven, by community and in order. */
export const openDepositFile = async (
  file: DepositFile,
  keys: DepositFileKeys,
): Promise<Result<RescueContent, DepositFileProblem>> => {
  const contents: DepositContent[] = [];
  for (const opened of await inBreaths(file.deposits, (envelope) => openPiece(envelope, keys))) {
    if (!opened.ok) return opened;
    contents.push(opened.value);
  }
  const [first] = contents;
  if (first === undefined || contents.some(({ accountId }) => accountId !== first.accountId)) return err('damaged');
  const { rescueTicket, accountId } = first;
  const madeAt = contents.reduce((latest, { mutation }) => Math.max(latest, mutation.at), 0);
  return ok({ rescueTicket, accountId, madeAt, lines: linesOf(contents) });
};

const openPiece = (
  envelope: DepositFile['deposits'][number],
  { sealingKey, keyring }: DepositFileKeys,
): Result<DepositContent, DepositFileProblem> => {
  const opened = sealingKey.open(envelope);
  if (!opened.ok) return err(opened.error === 'otherKey' ? 'otherKey' : 'damaged');
  const json = parseJson(opened.value);
  const content = depositContentSchema.safeParse(json.ok ? json.value : undefined);
  if (!content.success) return err('damaged');
  const { rescueTicket, accountId } = content.data;
  // Every piece by itself: anybody may seal to the server, and one proof must not carry another's work.
  return keyring.readRescueTicket(rescueTicket, accountId) === undefined ? err('forged') : ok(content.data);
};

const linesOf = (contents: readonly DepositContent[]): RescueContent['lines'] =>
  [...new Set(contents.map(({ communityId }) => communityId))].map((communityId) => {
    const own = contents.filter((content) => content.communityId === communityId);
    const mutations = own.map(({ mutation }, index) => ({ ...mutation, n: index + 1 }));
    return { communityId, replicaId: own[0]?.replicaId ?? null, mutations };
  });
