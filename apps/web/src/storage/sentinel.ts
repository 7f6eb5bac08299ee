/**
 * Is what is remembered of a register outside its database, so that a database which the system has emptied is noticed
 * and never taken for an empty register.
 */
export interface Sentinel {
  /** The version of the last commit. */
  readonly version: number;
  /** How many saved mutations the server had not acknowledged then. */
  readonly unsent: number;
}

/** Is what was found missing, until a person has read it. */
export interface Loss {
  /** everything: the database was emptied; rows: only what the server has too; outbox: some of the saved work itself. */
  readonly kind: 'everything' | 'rows' | 'outbox';
  /** The most saved and unsent mutations that may be gone. */
  readonly unsent: number;
  readonly at: number;
}

const keyOf = (what: 'sentinel' | 'loss', accountId: string, communityId: string): string =>
  `lianxin.${what}.${accountId}.${communityId}`;

const read = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};

const numberIn = (value: unknown, key: string): number | null => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof found === 'number' ? found : null;
};

/** Remembers how far a register has come. A tab that is late does not take back what a faster one has written. */
export const writeSentinel = (accountId: string, communityId: string, sentinel: Sentinel): void => {
  const known = readSentinel(accountId, communityId);
  if (known !== null && known.version >= sentinel.version) return;
  try {
    localStorage.setItem(keyOf('sentinel', accountId, communityId), JSON.stringify(sentinel));
  } catch {
    // Full or switched off: the next loss is then noticed without its number.
  }
};

/** Forgets what was remembered, when a register starts over. */
export const clearSentinel = (accountId: string, communityId: string): void =>
  localStorage.removeItem(keyOf('sentinel', accountId, communityId));

/** Tells what was remembered; null for a register that this device has never held. */
export const readSentinel = (accountId: string, communityId: string): Sentinel | null => {
  const found = read(keyOf('sentinel', accountId, communityId));
  const [version, unsent] = [numberIn(found, 'version'), numberIn(found, 'unsent')];
  return version === null || unsent === null ? null : { version, unsent };
};

/** A loss that could not be written down is still told, as long as the page lives. */
const unwritten = new Map<string, Loss>();

/** Keeps a loss until a person has read it, also when the app is closed before. */
export const noteLoss = (accountId: string, communityId: string, loss: Loss): void => {
  const key = keyOf('loss', accountId, communityId);
  try {
    localStorage.setItem(key, JSON.stringify(loss));
  } catch {
    unwritten.set(key, loss);
  }
};

/** Tells the loss that nobody has read yet. */
export const readLoss = (accountId: string, communityId: string): Loss | null => {
  const key = keyOf('loss', accountId, communityId);
  const found = unwritten.get(key) ?? read(key);
  const kind: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'kind') : null;
  const known = (['everything', 'rows', 'outbox'] as const).find((one) => one === kind);
  return known === undefined
    ? null
    : { kind: known, unsent: numberIn(found, 'unsent') ?? 0, at: numberIn(found, 'at') ?? 0 };
};

/** Forgets a loss that a person has read. */
export const clearLoss = (accountId: string, communityId: string): void => {
  unwritten.delete(keyOf('loss', accountId, communityId));
  localStorage.removeItem(keyOf('loss', accountId, communityId));
};
