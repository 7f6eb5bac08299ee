import type { LedgerCodeList } from './code-list.ts';

/** Sex as GB/T 2261.1-2003 numbers it. */
export const sex = {
  name: 'sex',
  standard: 'GB/T 2261.1-2003',
  entries: [
    { code: '0', zh: '未知', en: 'Unknown' },
    { code: '1', zh: '男', en: 'Male', synonyms: ['男性'] },
    { code: '2', zh: '女', en: 'Female', synonyms: ['女性'] },
    { code: '9', zh: '未说明', en: 'Not stated' },
  ],
} as const satisfies LedgerCodeList;
