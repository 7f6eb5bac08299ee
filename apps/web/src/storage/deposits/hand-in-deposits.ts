import { type DepositEnvelope, depositsAnswerSchema, maxDeposits, maxDepositsBytes } from '@lianxin/protocol';
import { callApi } from '../api-client.ts';
import { noteReceipts, type RestingDeposit, readEnvelope, readRestingDeposits } from './resting-deposits.ts';

/** Is how much of an account's work the server has taken now, and how much still has no receipt. */
export interface HandedIn {
  readonly handedIn: number;
  readonly left: number;
  /** How many of those left no further try gets out in this way: without a deposit, damaged, or refused. */
  readonly stuck: number;
  /** Whether the records cannot even be read: then nobody can say how much is left. */
  readonly isUnreadable?: true;
}

/**
 * Hands in what of an account's work rests on this phone sealed to the server; it needs no key and nobody signed in. The
 * order is that in which things were saved. Without a network, or while the server is busy, the rest simply stays.
 */
export const handInDeposits = async (accountId: string): Promise<HandedIn> => {
  // A database that cannot be read hands in nothing; how much is in it, nobody can say, and it is not nothing.
  const resting = await readRestingDeposits(accountId).catch(() => null);
  if (resting === null) return { handedIn: 0, left: 1, stuck: 1, isUnreadable: true };
  const deposits = resting.flatMap(readable);
  let handedIn = 0;
  let stuck = resting.length - deposits.length;
  for (const batch of batchesOf(deposits)) {
    const answer = await handInBatch(batch);
    if (answer === null) break;
    await noteReceipts(accountId, answer.taken).catch(() => undefined);
    handedIn += answer.taken.length;
    stuck += answer.refused;
  }
  return { handedIn, left: resting.length - handedIn, stuck };
};

interface ReadableDeposit {
  readonly resting: RestingDeposit;
  readonly envelope: DepositEnvelope;
  readonly bytes: number;
}

/** A deposit that is no envelope any more would spoil the whole request for its neighbours. */
const readable = (resting: RestingDeposit): readonly ReadableDeposit[] => {
  const envelope = readEnvelope(resting);
  return envelope === null ? [] : [{ resting, envelope, bytes: (resting.deposit ?? '').length + 1 }];
};

const overheadBytes = 1_024;

const batchesOf = (deposits: readonly ReadableDeposit[]): readonly (readonly ReadableDeposit[])[] => {
  const batches: ReadableDeposit[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const deposit of deposits) {
    const last = batches.at(-1);
    if (last === undefined || last.length === maxDeposits || bytes + deposit.bytes > maxDepositsBytes) {
      batches.push([deposit]);
      bytes = overheadBytes + deposit.bytes;
    } else {
      last.push(deposit);
      bytes += deposit.bytes;
    }
  }
  return batches;
};

/** Sends one batch and tells what the server has taken of it and how much it never will; null when nothing was heard. */
const handInBatch = async (
  batch: readonly ReadableDeposit[],
): Promise<{ readonly taken: readonly RestingDeposit[]; readonly refused: number } | null> => {
  const json = { deposits: batch.map(({ envelope }) => envelope) };
  const answer = await callApi('/deposits', depositsAnswerSchema, { json });
  if (!answer.ok) return null;
  const { receipts } = answer.value;
  return {
    taken: batch.filter((_, at) => receipts[at]?.taken === true).map(({ resting }) => resting),
    refused: receipts.filter(({ taken, reason }) => !taken && reason !== 'busy').length,
  };
};
