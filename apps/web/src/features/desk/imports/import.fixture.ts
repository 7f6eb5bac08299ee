import type { ImportFinding, ImportPreview } from '@lianxin/protocol';

/** Builds a remark for tests. */
export const finding = (changes: Partial<ImportFinding>): ImportFinding => ({
  sheet: '台账',
  row: 37,
  kind: 'idRuined',
  label: '末尾 000,多半被表格弄坏了',
  look: true,
  field: 'identityNumber',
  door: '1号楼 2单元 301',
  name: '何*',
  original: '410599197203150000',
  understood: '号码丢掉,人保留',
  ...changes,
});

/** Builds a preview for tests; everything that a test does not speak of is empty. */
export const importPreview = (changes: Partial<ImportPreview>): ImportPreview => ({
  sheets: [],
  otherSheets: [],
  targets: [],
  counts: {},
  changes: {},
  findings: [],
  findingCounts: {},
  buildings: [],
  grids: [],
  questions: [],
  ...changes,
});
