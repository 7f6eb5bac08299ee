import type { LedgerCodeList } from './code-list.ts';

/** Political status as GB/T 4762-1984 numbers it. */
export const politicalStatus = {
  name: 'politicalStatus',
  standard: 'GB/T 4762-1984',
  entries: [
    { code: '01', zh: '中共党员', en: 'Party member', synonyms: ['党员', '中共正式党员', '正式党员'] },
    { code: '02', zh: '预备党员', en: 'Probationary Party member', synonyms: ['中共预备党员'] },
    { code: '03', zh: '共青团员', en: 'Youth League member', synonyms: ['团员'] },
    { code: '04', zh: '民革', en: 'RCCK' },
    { code: '05', zh: '民盟', en: 'China Democratic League' },
    { code: '06', zh: '民建', en: 'CNDCA' },
    { code: '07', zh: '民进', en: 'CAPD' },
    { code: '08', zh: '农工党', en: 'CPWDP' },
    { code: '09', zh: '致公党', en: 'China Zhi Gong Party' },
    { code: '10', zh: '九三学社', en: 'Jiusan Society' },
    { code: '11', zh: '台盟', en: 'TDSL' },
    { code: '12', zh: '无党派', en: 'No party affiliation', synonyms: ['无党派人士', '无党派民主人士'] },
    { code: '13', zh: '群众', en: 'Citizen without party', synonyms: ['普通群众'] },
  ],
} as const satisfies LedgerCodeList;
