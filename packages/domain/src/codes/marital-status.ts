import type { LedgerCodeList } from './code-list.ts';

/** Marital status as GB/T 2261.2-2003 numbers it. */
export const maritalStatus = {
  name: 'maritalStatus',
  standard: 'GB/T 2261.2-2003',
  entries: [
    { code: '10', zh: '未婚', en: 'Never married', synonyms: ['单身'] },
    { code: '20', zh: '已婚', en: 'Married', synonyms: ['有配偶'] },
    { code: '21', zh: '初婚', en: 'First marriage' },
    { code: '22', zh: '再婚', en: 'Remarried' },
    { code: '23', zh: '复婚', en: 'Remarried to former spouse' },
    { code: '30', zh: '丧偶', en: 'Widowed' },
    { code: '40', zh: '离婚', en: 'Divorced', synonyms: ['离异'] },
    { code: '90', zh: '未说明', en: 'Not stated' },
  ],
} as const satisfies LedgerCodeList;
