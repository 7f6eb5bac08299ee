import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decoders, xlsxOf } from '../../testing/ledger-testing.ts';
import { readErrorMessage } from './read-error.ts';
import { readLimits } from './read-limits.ts';
import { readWorkbook } from './read-workbook.ts';

const read = (file: Uint8Array, limits = readLimits) => readWorkbook(file, { decoders, limits });
const errorOf = async (file: Uint8Array, limits = readLimits) => {
  const result = await read(file, limits);
  return result.ok ? undefined : result.error;
};
const textOf = async (file: Uint8Array) => {
  const result = await read(file);
  if (!result.ok) throw new Error(result.error.type);
  return result.value[0]?.rows;
};

const workbookXml =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
const parts = (sheet: Uint8Array, more: Record<string, Uint8Array> = {}) => ({
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  'xl/workbook.xml': strToU8(workbookXml),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': sheet,
  ...more,
});
const sheetXml = (body: string) =>
  strToU8(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`,
  );

describe('reading a workbook', () => {
  it('writes an ID number that was saved as a number out in full, so that its lost digits show', async () => {
    expect(await textOf(await xlsxOf([['号码'], [Number('410599197203151234')]]))).toEqual([
      ['号码'],
      ['410599197203151000'],
    ]);
  });

  it('takes off the apostrophe that an export put before a formula', async () => {
    expect(await textOf(await xlsxOf([["'=1+1", "'＋86", "''=x", "'quoted'"]]))).toEqual([
      ['=1+1', '＋86', "'=x", "'quoted'"],
    ]);
  });

  it('keeps 𠮷, 䶮, · and markup as they are', async () => {
    const row = ['𠮷田明', '李䶮', '古丽娜尔·买买提', '<b>粗</b>&amp;'];
    expect(await textOf(await xlsxOf([row]))).toEqual([row]);
  });

  it('cuts a cell of 10,000 characters and says where', async () => {
    const result = await read(await xlsxOf([['姓名'], ['长'.repeat(10_000)]]));
    expect(result.ok && result.value[0]?.cutCells).toEqual([{ row: 1, column: 0 }]);
    expect(result.ok && result.value[0]?.rows[1]?.[0]?.length).toBe(readLimits.cellCharacters);
  });

  it('reads a CSV in UTF-8 with and without a byte-order mark', async () => {
    for (const mark of ['', '\ufeff']) {
      expect(await textOf(strToU8(`${mark}姓名,号码\r\n"张,三","=""410599196207212573"""\r\n`))).toEqual([
        ['姓名', '号码'],
        ['张,三', '410599196207212573'],
      ]);
    }
  });

  it('reads a CSV in GB18030', async () => {
    const bytes = Uint8Array.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x0a,
    ]);
    expect(await textOf(bytes)).toEqual([
      ['姓名', '电话'],
      ['张三', '1'],
    ]);
  });
});

describe('files that are no ledger', () => {
  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])],
    ['a PDF', strToU8('%PDF-1.7 …')],
    ['a web page called .xls', strToU8('<html><table><tr><td>1</td></tr></table></html>')],
    ['a UTF-16 text', Uint8Array.from([0xff, 0xfe, 0x31, 0x00])],
    [
      'a compound file that holds no workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
    ],
    [
      'an .ods',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }),
    ],
    ['an .xlsb', zipSync({ 'xl/workbook.bin': strToU8('…') })],
    ['a .docx', zipSync({ 'word/document.xml': strToU8('<x/>') })],
  ])('%s is answered with 请另存为 xlsx', async (_, file) => {
    const error = await errorOf(file);
    expect(error?.type).toBe('UnsupportedFormat');
    expect(error && readErrorMessage(error)).toContain('请另存为 xlsx');
  });

  it('an empty file and a cut-off workbook are told apart', async () => {
    expect((await errorOf(new Uint8Array()))?.type).toBe('FileEmpty');
    const whole = await xlsxOf([['姓名']]);
    expect((await errorOf(whole.subarray(0, whole.length / 2)))?.type).toBe('FileDamaged');
  });
});

describe('hostile workbooks', () => {
  it('a zip bomb is refused before it unfolds', async () => {
    const bomb = zipSync(parts(new Uint8Array(30 * 1024 * 1024)));
    const before = process.memoryUsage().rss;
    expect(await errorOf(bomb)).toMatchObject({ type: 'ArchiveTooLarge' });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('more than a hundred entries are refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`xl/media/${at}.png`, new Uint8Array(1)]));
    expect(await errorOf(zipSync(parts(sheetXml(''), many)))).toEqual({ type: 'ArchiveTooLarge', cap: 'entries' });
  });

  it('a document type and UTF-16 parts are refused', async () => {
    const dtd = strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>');
    expect((await errorOf(zipSync(parts(dtd))))?.type).toBe('ForbiddenMarkup');
    expect((await errorOf(zipSync(parts(Uint8Array.from([0x3c, 0x00, 0x77, 0x00])))))?.type).toBe('ForbiddenMarkup');
  });

  it('a million shared strings are refused', async () => {
    const strings = strToU8(`<sst>${'<si><t>a</t></si>'.repeat(1_000_000)}</sst>`);
    const file = zipSync(parts(sheetXml(''), { 'xl/sharedStrings.xml': strings }));
    expect(await errorOf(file)).toMatchObject({ type: 'ArchiveTooLarge' });
  });

  it('too many filled rows are refused, empty formatted ones are not', async () => {
    const limits = { ...readLimits, rows: 50 };
    const row = (inner: string) => (_: unknown, at: number) => `<row r="${at + 1}">${inner}</row>`;
    const filled = Array.from({ length: 60 }, row('<c><v>1</v></c>')).join('');
    const formatted = `<row r="1"><c r="A1"><v>1</v></c></row>${Array.from({ length: 60 }, row('')).join('')}`;
    expect(await errorOf(zipSync(parts(sheetXml(filled))), limits)).toEqual({ type: 'TooManyRows', maxRows: 50 });
    expect(await errorOf(zipSync(parts(sheetXml(formatted))), limits)).toBeUndefined();
  });

  it('one stray cell in the last corner costs nothing', async () => {
    const corner = sheetXml(
      '<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576"><c r="XFD1048576"><v>8</v></c></row>',
    );
    expect(await textOf(zipSync(parts(corner)))).toEqual([['7']]);
  });

  it('a file above five megabytes is not opened', async () => {
    expect((await errorOf(new Uint8Array(readLimits.fileBytes + 1)))?.type).toBe('FileTooLarge');
  });
});
