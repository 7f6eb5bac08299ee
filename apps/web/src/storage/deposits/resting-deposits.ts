import { type DepositEnvelope, depositEnvelopeSchema } from '@lianxin/protocol';
import { systemClock } from '../../platform/clock.ts';
import type { RestingEntry } from '../database.ts';
import { endOf, readRawTable, withRawDatabase } from '../raw-database.ts';

/** Is a saved change that rests on this phone, as far as it can be told without a key. */
export interface RestingDeposit {
  readonly place: readonly [communityId: string, key: string | number];
  /** The change sealed to the server; null for one that was saved before the server's key was known. */
  readonly deposit: string | null;
}

/** Is an entry that says when the server has taken its deposit; whatever writes the entry anew forgets that, and it is handed in again, which does no harm. */
type ReceiptedEntry = RestingEntry & { readonly handedInAt?: number };

/** A receipt is good for a day: should the server be restored to before it, work on a phone that nobody opens comes back all the same. */
const receiptLifeMs = 86_400_000;

/** Reads a deposit that still is an envelope; null for one that is damaged or was never made. */
export const readEnvelope = ({ deposit }: RestingDeposit): DepositEnvelope | null => {
  try {
    return depositEnvelopeSchema.safeParse(JSON.parse(deposit ?? 'null')).data ?? null;
  } catch {
    return null;
  }
};

/** Lists what of an account's outbox has no receipt, oldest first. */
export const readRestingDeposits = async (accountId: string): Promise<readonly RestingDeposit[]> => {
  const entries = await withRawDatabase(accountId, (database) => readRawTable<ReceiptedEntry>(database, 'outbox'));
  return (entries ?? [])
    .filter(({ handedInAt }) => handedInAt === undefined || systemClock.now() - handedInAt > receiptLifeMs)
    .map(({ communityId, key, deposit }) => ({ place: [communityId, key], deposit: deposit ?? null }));
};

/** Notes receipts beside the entries, each only while it still is what was handed in. */
export const noteReceipts = async (accountId: string, taken: readonly RestingDeposit[]): Promise<void> => {
  await withRawDatabase(accountId, async (database) => {
    const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('outbox');
    const end = endOf(transaction);
    for (const { place, deposit } of taken) {
      const request: IDBRequest<ReceiptedEntry | undefined> = store.get([...place]);
      request.onsuccess = () => {
        const entry = request.result;
        if (entry !== undefined && entry.deposit === deposit) store.put({ ...entry, handedInAt: systemClock.now() });
      };
    }
    await end;
  });
};
