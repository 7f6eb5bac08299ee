import type { LedgerCodeList } from './code-list.ts';

/** How far a need has come; it ends in an answer told to the person. */
export const needState = {
  name: 'needState',
  standard: 'Lianxin 1',
  entries: [
    { code: 'open', zh: '待办', en: 'To do' },
    { code: 'inProgress', zh: '在办', en: 'In progress' },
    { code: 'done', zh: '已办', en: 'Done' },
    { code: 'answered', zh: '已回话', en: 'Answered' },
  ],
} as const satisfies LedgerCodeList;
