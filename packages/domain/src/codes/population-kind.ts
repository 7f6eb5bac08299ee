import type { LedgerCodeList } from './code-list.ts';

/** The three kinds of population that GB/T 31000-2015 keeps apart; it names no codes, so these are our own keys. */
export const populationKind = {
  name: 'populationKind',
  standard: 'GB/T 31000-2015 (names; own keys)',
  entries: [
    { code: 'registered', zh: '户籍', en: 'Registered', synonyms: ['户籍人口', '本地户籍', '常住户籍', '户籍居民'] },
    { code: 'floating', zh: '流动', en: 'Floating', synonyms: ['流动人口', '外来人口', '流入人口', '外来'] },
    { code: 'leftBehind', zh: '留守', en: 'Left behind', synonyms: ['留守人员', '留守老人', '留守儿童', '留守妇女'] },
  ],
} as const satisfies LedgerCodeList;
