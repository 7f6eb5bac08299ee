import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Real ledgers stay outside the repository; without them the tests that need them are skipped. */
const folder = resolve(import.meta.dirname, '../../../../shared/fixtures');

/** Is a resident ledger as a spreadsheet program saved it, with the counts that a correct preview reports. */
export interface LedgerFixture {
  readonly file: string;
  readonly truth: Readonly<Record<string, number>>;
}

export const hasFixtures = existsSync(folder);

/** Finds a fixture by its file name without the ending. */
export const ledgerFixture = (name: string): LedgerFixture => ({
  file: `${folder}/${name}.xlsx`,
  truth: JSON.parse(readFileSync(`${folder}/${name}.truth.json`, 'utf8')),
});
