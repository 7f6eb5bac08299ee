const keyOf = (accountId: string): string => `lianxin.wiping.${accountId}`;

/** Remembers that an account is to be forgotten here as soon as its work is handed in. */
export const noteUnfinishedWipe = (accountId: string): void => {
  try {
    localStorage.setItem(keyOf(accountId), '1');
  } catch {
    // Full or switched off: the server asks again at the next contact.
  }
};

/** Tells whether an account is still to be forgotten here. */
export const isWipeUnfinished = (accountId: string): boolean => localStorage.getItem(keyOf(accountId)) !== null;

/** Forgets that an account was to be forgotten: its owner was let in again. */
export const dropUnfinishedWipe = (accountId: string): void => localStorage.removeItem(keyOf(accountId));
