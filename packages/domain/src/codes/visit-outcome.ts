import type { LedgerCodeList } from './code-list.ts';

/** What came of a visit; nobody at home is the normal case and as good an answer as any. */
export const visitOutcome = {
  name: 'visitOutcome',
  standard: 'Lianxin 1',
  entries: [
    { code: 'met', zh: '见到', en: 'Met', synonyms: ['在家', '已见', '入户'] },
    { code: 'noAnswer', zh: '无人', en: 'No answer', synonyms: ['无人在家', '无人应答', '未见'] },
    { code: 'refused', zh: '拒访', en: 'Refused', synonyms: ['不配合'] },
    { code: 'movedOut', zh: '迁走', en: 'Moved out', synonyms: ['搬走', '已搬走'] },
    { code: 'vacant', zh: '空置', en: 'Vacant', synonyms: ['空房'] },
  ],
} as const satisfies LedgerCodeList;
