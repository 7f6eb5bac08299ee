/** Tells the code of an error of SQLite, or an empty text. */
export const sqliteCode = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** Says whether the disk failed: after a failed write or fsync the kernel may have dropped pages, so nothing later can be promised. */
export const isDiskFailure = (cause: unknown): boolean => /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(sqliteCode(cause));

/** Says whether the disk is full, which is nobody's mistake and passes. */
export const isDiskFull = (cause: unknown): boolean => sqliteCode(cause) === 'SQLITE_FULL';
