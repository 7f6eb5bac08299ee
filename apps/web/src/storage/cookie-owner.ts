const key = 'lianxin.cookie-owner';

/** Tells as whom the server takes this browser, as far as it was heard: the cookie itself no script can read. Null when nobody has noted it. */
const cookieOwner = (): string | null => localStorage.getItem(key);

/** Notes as whom the server takes this browser from now on. */
export const noteCookieOwner = (accountId: string): void => localStorage.setItem(key, accountId);

/** Says whether the server would take what is sent now for somebody else's: on a shared phone the last who signed in is who it knows. */
export const isSomebodyElses = (accountId: string): boolean => ![null, accountId].includes(cookieOwner());
