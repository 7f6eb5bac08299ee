import type { ReadLedger } from './ledger-reading.ts';

/** Holds the file that was read last, so that confirming it need not read it again. */
export interface ReadingMemory {
  readonly keep: (importId: string, revision: number, read: ReadLedger) => void;
  readonly find: (importId: string, revision: number) => ReadLedger | undefined;
  readonly forget: () => void;
}

/** Somebody looks a preview through in less; after that the names in it are better out of memory. */
const maxAgeMs = 15 * 60_000;

/** Creates a memory for one reading: several large ones would fill a small server. */
export const createReadingMemory = (): ReadingMemory => {
  let held: { readonly key: string; readonly read: ReadLedger; readonly timer: NodeJS.Timeout } | undefined;
  const keyOf = (importId: string, revision: number): string => `${importId} ${revision}`;
  const forget = (): void => {
    clearTimeout(held?.timer);
    held = undefined;
  };
  return {
    keep: (importId, revision, read) => {
      forget();
      held = { key: keyOf(importId, revision), read, timer: setTimeout(forget, maxAgeMs).unref() };
    },
    find: (importId, revision) => (held?.key === keyOf(importId, revision) ? held.read : undefined),
    forget,
  };
};
