import { parseLedger, readWorkbook, recogniseSheets } from '@lianxin/ledger';
import type { LedgerReading, LedgerReadingInput } from './ledger-reading.ts';

/** Reads a file and understands it as a ledger; runs in a thread of its own, because a file may be hostile. */
export const readLedgerFile = async ({ file, mapping, headers }: LedgerReadingInput): Promise<LedgerReading> => {
  const grids = await readWorkbook(file, { decoders: { utf8, gb18030 } });
  if (!grids.ok) return { type: 'unreadable', reason: grids.error.type };
  if (grids.value.every(({ rows }) => rows.length === 0)) return { type: 'unreadable', reason: 'FileEmpty' };
  const workbook = recogniseSheets(grids.value, mapping, headers);
  return { type: 'read', workbook, parsed: parseLedger(workbook) };
};

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const gb18030 = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes);
