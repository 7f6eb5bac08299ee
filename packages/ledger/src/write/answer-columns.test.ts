import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { LedgerColumn, LedgerLine } from './layout.ts';
import { visitsLayout, visitsLayoutWith } from './visits-layout.ts';
import { maxMergedRows, writeLedger } from './write-ledger.ts';

const column = (key: string, heading: string, more: Partial<LedgerColumn> = {}): LedgerColumn => ({
  key,
  heading,
  group: '反诈宣传',
  width: 8,
  ...more,
});
const columns = [column('a.said', '=cmd()', { align: 'left' }), column('a.posters', '海报(张)', { isNumber: true })];
const first = visitsLayout.columns.findIndex(({ key }) => key === 'signature');

const sheetOf = async (lines: readonly LedgerLine[]) => {
  const text = { title: '走访', caption: '', sheetName: '走访' };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeLedger({ layout: visitsLayoutWith(columns), text, lines })) chunks.push(chunk);
  const { sheets } = await readXlsx(Buffer.concat(chunks), { readStyles: true });
  return sheets[0];
};

const line = { cells: { sequence: '1', 'a.said': '=1+1', 'a.posters': '12' } };

describe('columns of what was asked', () => {
  it('stand before the signature under the name of their set', async () => {
    const sheet = await sheetOf([line]);
    expect(sheet?.rows[2]?.slice(first, first + 3)).toEqual(['反诈宣传', null, '居民签字']);
    expect(sheet?.rows[3]?.slice(first, first + 2)).toEqual(["'=cmd()", '海报(张)']);
    expect(sheet?.merges).toContainEqual({ startRow: 2, startCol: first, endRow: 2, endCol: first + 1 });
  });

  it('hold numbers as numbers, at the right, and words as words that no spreadsheet runs', async () => {
    const sheet = await sheetOf([line]);
    expect(sheet?.rows[4]?.slice(first, first + 2)).toEqual(["'=1+1", 12]);
    expect(sheet?.cells?.get(`4,${first + 1}`)?.style?.alignment?.horizontal).toBe('right');
  });

  it('hold numbers in a long ledger too', { timeout: 30_000 }, async () => {
    const sheet = await sheetOf(Array.from({ length: maxMergedRows + 1 }, () => line));
    expect(sheet?.rows.at(-2)?.slice(first, first + 2)).toEqual(["'=1+1", 12]);
  });
});
