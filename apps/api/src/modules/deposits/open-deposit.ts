import { err, ok, type Result } from '@lianxin/domain';
import {
  type DepositContent,
  type DepositEnvelope,
  type DepositReceipt,
  depositContentSchema,
} from '@lianxin/protocol';
import { authorizeDeposit, type SyncScope } from '../../access/authorize.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { SealingKey } from '../../crypto/sealing-key.ts';
import { parseJson } from '../../http/read-body.ts';
import type { SessionStore } from '../../store/port.ts';

/** Is a deposit that was opened and proven to come from a session of its author. */
export interface OpenedDeposit {
  readonly scope: SyncScope;
  readonly content: DepositContent;
}

/** Is what opening a deposit needs. */
export interface DepositKeys {
  readonly sealingKey: SealingKey;
  readonly keyring: Keyring;
  readonly sessions: Pick<SessionStore, 'findAuthor'>;
}

/** Opens a deposit. A false ticket and an unknown account are told alike: whoever brings it learns nothing of who works here. */
export const openDeposit = async (
  keys: DepositKeys,
  envelope: DepositEnvelope,
): Promise<Result<OpenedDeposit, NonNullable<DepositReceipt['reason']>>> => {
  const opened = keys.sealingKey.open(envelope);
  if (!opened.ok) return err(opened.error === 'otherKey' ? 'otherServer' : 'unreadable');
  const json = parseJson(opened.value);
  const parsed = depositContentSchema.safeParse(json.ok ? json.value : undefined);
  if (!parsed.success) return err('unreadable');
  const { accountId, rescueTicket } = parsed.data;
  const ticket = keys.keyring.readRescueTicket(rescueTicket, accountId);
  const author = ticket === undefined ? undefined : await keys.sessions.findAuthor(accountId, ticket);
  if (ticket === undefined || author === undefined) return err('forged');
  return ok({ scope: authorizeDeposit(ticket, author), content: parsed.data });
};
