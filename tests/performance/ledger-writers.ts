import { type ResidentsColumn, residentsLayout, writeLedger } from '@lianxin/ledger';
import { writeXlsxStream } from 'hucre/xlsx';

const rows = 100_000;
type Line = Record<ResidentsColumn, string>;

/** Invents the lines of a resident ledger, one at a time, as full as real ones. */
function* inventLines(): Generator<Line> {
  for (let n = 0; n < rows; n += 1) {
    const household = Math.floor(n / 3);
    const isHead = n % 3 === 0;
    yield {
      sequence: String(household + 1),
      grid: `第${household % 9}网格`,
      estate: '石榴园小区',
      building: `${Math.floor(household / 72)}号楼`,
      entrance: `${household % 4}单元`,
      door: String(household % 603),
      householdNo: '',
      headName: `王小${household % 100}`,
      headPhone: `1999${String(household).padStart(7, '0')}`,
      name: `李${n % 1000}`,
      relation: isHead ? '户主' : '子',
      sex: n % 2 === 0 ? '男' : '女',
      birthOn: `19${String(n % 90).padStart(2, '0')}-03-03`,
      age: String(n % 90),
      ethnicGroup: '',
      identityNumber: `410599195${String(n).padStart(9, '0')}`,
      phone: `1999${String(n).padStart(7, '0')}`,
      registeredAddress: `青禾区青禾路 ${household} 号`,
      address: `石榴园小区 ${household}`,
      livesWhereRegistered: '是',
      populationKind: '户籍',
      maritalStatus: '已婚',
      education: '初中',
      politicalStatus: '群众',
      occupation: '',
      workplace: '',
      tags: n % 20 === 0 ? '高龄 独居' : '',
      dwellingUse: '自住',
      note: '',
    };
  }
}

const drain = async (chunks: AsyncIterable<Uint8Array>): Promise<number> => {
  let bytes = 0;
  for await (const chunk of chunks) bytes += chunk.length;
  return bytes;
};

async function* linesOfLedger() {
  for (const cells of inventLines()) yield { cells };
}

async function* rowsOfLibrary() {
  for (const cells of inventLines()) yield residentsLayout.columns.map(({ key }) => cells[key]);
}

const text = { title: '石油路社区居民信息台账', caption: '数据截至:2026-11-20', sheetName: '居民信息台账' };

const writers = {
  lianxin: () => drain(writeLedger({ layout: residentsLayout, text, lines: linesOfLedger() })),
  library: () => drain(writeXlsxStream(rowsOfLibrary(), { name: text.sheetName })),
} as const;

/** Writes the ledger in this process and prints what it took; each writer runs in a process of its own. */
const name = process.argv[2] === 'library' ? 'library' : 'lianxin';
globalThis.gc?.();
const before = process.memoryUsage().rss;
const start = performance.now();
const bytes = await writers[name]();
const seconds = (performance.now() - start) / 1000;
// maxRSS is in kilobytes and never falls, so it is the highest the process has been.
const extraBytes = process.resourceUsage().maxRSS * 1024 - before;
console.log(JSON.stringify({ seconds, bytes, extraBytes }));
