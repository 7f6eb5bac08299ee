import type { LedgerCodeList } from './code-list.ts';

/** Why a membership ended; the dead leave due and gift lists at once. */
export const membershipEndReason = {
  name: 'membershipEndReason',
  standard: 'Lianxin 1',
  entries: [
    { code: 'died', zh: '去世', en: 'Died', synonyms: ['死亡', '已故', '亡故', '病故'] },
    { code: 'movedOut', zh: '迁出', en: 'Moved out', synonyms: ['搬走', '已搬走', '搬离', '迁走'] },
    { code: 'recordedInError', zh: '登记有误', en: 'Recorded in error', synonyms: ['录错', '误登'] },
  ],
} as const satisfies LedgerCodeList;
