import type { identityNumber as zhCn } from '../zh-cn/identity-number.ts';

/** Sentences of the field for an ID number. */
export const identityNumber: typeof zhCn = {
  label: 'ID card number (optional)',
  hint: {
    none: 'It is encrypted at once; no digit stays on the phone.',
    registered: 'Registered. The number is not on the phone; to replace it, type it again.',
    toCheck: 'Registered, to be checked by the office. The number is not on the phone.',
    waiting: 'Registered (waiting to be sent). The number is encrypted and can no longer be seen here.',
    sealed: 'Encrypted; it is registered when you save. To change it, type it again.',
  },
  wrong: 'The number does not add up; look for a slip. If unsure, leave it empty.',
  noKey: 'This phone has not been online yet. Leave it empty and type it later.',
};
