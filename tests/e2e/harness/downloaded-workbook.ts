import { readFileSync } from 'node:fs';
import { type Grid, readWorkbook } from '@lianxin/ledger';
import type { Page } from '@playwright/test';

/** Is a workbook that the browser saved: its suggested name and its first sheet as text. */
export interface DownloadedWorkbook {
  readonly fileName: string;
  readonly grid: Grid;
  readonly text: string;
}

const decoders = {
  utf8: (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  gb18030: (bytes: Uint8Array) => new TextDecoder('gb18030').decode(bytes),
};

/** Presses what exports a ledger, and reads the workbook that comes. */
export const downloadWorkbook = async (page: Page, press: () => Promise<void>): Promise<DownloadedWorkbook> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const read = await readWorkbook(readFileSync(await download.path()), { decoders });
  const grid = read.ok ? read.value[0] : undefined;
  if (grid === undefined) throw new Error(`${download.suggestedFilename()} is no workbook`);
  const text = grid.rows.map((row) => row.join('\t')).join('\n');
  return { fileName: download.suggestedFilename(), grid, text };
};
