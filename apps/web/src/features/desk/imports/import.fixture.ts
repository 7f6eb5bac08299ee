import type { ImportAnswer, ImportFinding } from '@lianxin/protocol';

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

/** Builds an import for tests; everything that a test does not speak of is empty. */
export const importAnswer = (changes: Partial<ImportAnswer>): ImportAnswer => ({
  id: 'import-number-one',
  communityId: 'community-oil-road',
  fileName: '居民信息台账.xlsx',
  createdAt: 0,
  state: 'preview',
  revision: 1,
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
  progress: { done: 0, total: 0 },
  ...changes,
});
