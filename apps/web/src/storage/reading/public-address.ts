/** Where anybody may see who a worker is. */
export const workerAddress = (publicToken: string): string => `${window.location.origin}/w/${publicToken}`;

/** What a household's card says: an address that means nothing without the register. */
export const codeAddress = (token: string): string => `${window.location.origin}/q/${token}`;

/** Reads what a scanned code wants of this app: a page of its own, or null when it is somebody else's. */
export const pathOfScanned = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const { origin, pathname } = new URL(text);
  const isOurs = origin === window.location.origin && /^\/[qw]\/[A-Za-z0-9_-]{22}$/.test(pathname);
  return isOurs ? pathname : null;
};
