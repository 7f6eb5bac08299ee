import { parentPort, workerData } from 'node:worker_threads';
import type { LedgerReadingInput } from '../modules/imports/ledger-reading.ts';
import { readLedgerFile } from '../modules/imports/read-ledger-file.ts';

// Reads one workbook and ends: whatever a hostile file does to this thread's memory dies with it.
const input: LedgerReadingInput = workerData;
parentPort?.postMessage(await readLedgerFile(input));
