/**
 * Is why the phone's storage did not do it: no room, a connection that is gone, a database that a newer version of the
 * app has taken over, or something else. In every case nothing was saved.
 */
export type StorageFailureKind = 'quota' | 'closed' | 'newer' | 'other';

/** Is thrown by the phone's store when nothing was saved; whatever else is thrown is a bug. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly kind: StorageFailureKind;

  constructor(kind: StorageFailureKind, cause: unknown) {
    super(`the phone's storage failed: ${kind}`, { cause });
    this.kind = kind;
  }

  /** Makes one of whatever a database has thrown. */
  static of(cause: unknown): StorageFailure {
    return cause instanceof StorageFailure ? cause : new StorageFailure(storageFailureKind(cause), cause);
  }
}

const kinds: Readonly<Record<string, StorageFailureKind>> = {
  QuotaExceededError: 'quota',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  TransactionInactiveError: 'closed',
  UnknownError: 'closed',
  OpenFailedError: 'closed',
  VersionError: 'newer',
};

/** Tells the kind of a failure. The cause may lie inside: Chromium only aborts the transaction when there is no room, and Dexie wraps what it was told. */
export const storageFailureKind = (cause: unknown): StorageFailureKind => {
  let outermost: StorageFailureKind = 'other';
  let at = cause;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    if (at instanceof StorageFailure) return at.kind;
    const name: unknown = Reflect.get(at, 'name');
    const kind = (typeof name === 'string' ? kinds[name] : undefined) ?? 'other';
    // No room is the one reason that a person can do something about, so it wins wherever it is found.
    if (kind === 'quota') return kind;
    if (outermost === 'other') outermost = kind;
    at = Reflect.get(at, 'inner') ?? Reflect.get(at, 'cause');
  }
  return outermost;
};
