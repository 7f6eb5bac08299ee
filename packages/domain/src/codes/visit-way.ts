import type { LedgerCodeList } from './code-list.ts';

/** How a visit was made. */
export const visitWay = {
  name: 'visitWay',
  standard: 'Lianxin 1',
  entries: [
    { code: 'door', zh: '入户', en: 'At the door', synonyms: ['上门', '入户走访'] },
    { code: 'phone', zh: '电话', en: 'By phone', synonyms: ['电话走访', '微信', '视频'] },
  ],
} as const satisfies LedgerCodeList;
