import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { decoders } from '../../testing/ledger-testing.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { captionOf, type LedgerLine, signatureLine } from './layout.ts';
import { neutralise } from './neutralise.ts';
import { type ResidentsColumn, residentsLayout } from './residents-layout.ts';
import { maxMergedRows, writeLedger } from './write-ledger.ts';

const text = {
  title: '石油路社区2026年11月居民信息台账',
  caption: captionOf({ unit: '石油路社区', asOf: '2026年11月20日', number: 'LX-2026-0001' }),
  sheetName: '居民信息台账',
};

const bytesOf = async (lines: Iterable<LedgerLine<ResidentsColumn>>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeLedger({ layout: residentsLayout, text, lines })) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const line = (group: string, cells: LedgerLine<ResidentsColumn>['cells']): LedgerLine<ResidentsColumn> => ({
  group,
  cells,
});

describe('a written ledger', () => {
  it('has the official frame: merged title, caption, grouped headings repeated in print, A4 landscape, frozen panes', async () => {
    const bytes = await bytesOf([
      line('1', { sequence: '1', door: '101', name: '张三' }),
      line('1', { sequence: '1', door: '101', name: '李四' }),
    ]);
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    expect(sheet?.rows[0]?.[0]).toBe(text.title);
    expect(sheet?.rows[1]?.[0]).toBe('填报单位:石油路社区　　数据截至:2026年11月20日　　编号:LX-2026-0001');
    expect(sheet?.rows.at(-1)?.[0]).toBe(signatureLine);
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$1:$4' });
    expect(sheet?.freezePane).toMatchObject({ rows: 4 });
    expect(sheet?.merges).toContainEqual({
      startRow: 0,
      startCol: 0,
      endRow: 0,
      endCol: residentsLayout.columns.length - 1,
    });
    expect(sheet?.merges).toContainEqual({ startRow: 4, startCol: 5, endRow: 5, endCol: 5 });
    expect(sheet?.cells?.get('4,9')?.style).toMatchObject({
      font: { name: '宋体', size: 11 },
      numFmt: '@',
      alignment: { wrapText: true, vertical: 'center' },
    });
  });

  it('gives every text back unchanged when it is read again', async () => {
    const texts = [
      '=1+1',
      '+8613812345678',
      '-',
      '@x',
      '＝cmd',
      '＋1',
      "'quoted'",
      "'=x",
      '𠮷䶮㛃',
      '古丽娜尔·买买提',
      '长'.repeat(30),
      '<b>&"\'',
      '410599196207212573',
    ];
    const grids = await readWorkbook(await bytesOf(texts.map((name) => line(name, { name }))), { decoders });
    expect(grids.ok && grids.value[0]?.rows.slice(4, -1).map((row) => row[9])).toEqual(texts);
  });

  it('formula-looking text never reaches a cell as it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\u0000=', '＝', '＋', '－', '＠'),
        fc.string(),
        (prefix, rest) => {
          expect(neutralise(prefix + rest)).toMatch(/^'/u);
        },
      ),
    );
  });

  it('streams more than 20,000 rows without merged cells', { timeout: 30_000 }, async () => {
    const lines = Array.from({ length: maxMergedRows + 5 }, (_, at) =>
      line('same', { sequence: String(at + 1), name: '张三' }),
    );
    const grids = await readWorkbook(await bytesOf(lines), { decoders });
    const [grid] = grids.ok ? grids.value : [];
    expect(grid?.merges).toEqual([]);
    expect(grid?.rows).toHaveLength(lines.length + 5);
    expect(grid?.rows.at(-2)?.[0]).toBe(String(lines.length));
  });
});
