import Database from 'better-sqlite3';

/** Is who lost the way in, in the database that a backup replaces. */
export interface Revocations {
  readonly disabledAccounts: readonly string[];
  readonly sessions: ReadonlySet<string>;
}

/** Reads who is shut out of a database that may be damaged; undefined when it cannot be read. */
export const readRevocations = (file: string): Revocations | undefined => {
  try {
    const sqlite = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const disabledAccounts = sqlite
        .prepare<[], string>("SELECT id FROM accounts WHERE state = 'disabled'")
        .pluck()
        .all();
      const sessions = sqlite
        .prepare<[], string>('SELECT token_hash FROM sessions WHERE revoked_at IS NULL')
        .pluck()
        .all();
      return { disabledAccounts, sessions: new Set(sessions) };
    } finally {
      sqlite.close();
    }
  } catch {
    return undefined;
  }
};

/** Shuts out again whoever was shut out after the backup: a restore must not let a dismissed worker back in. */
export const applyRevocations = (sqlite: Database.Database, later: Revocations, at: number): number => {
  const disable = sqlite.prepare("UPDATE accounts SET state = 'disabled' WHERE id = ? AND state <> 'disabled'");
  const revoke = sqlite.prepare('UPDATE sessions SET revoked_at = ? WHERE account_id = ? AND revoked_at IS NULL');
  const again = later.disabledAccounts.filter((id) => disable.run(id).changes > 0);
  for (const id of again) revoke.run(at, id);
  const end = sqlite.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const open = sqlite.prepare<[], string>('SELECT token_hash FROM sessions WHERE revoked_at IS NULL').pluck().all();
  for (const tokenHash of open) if (!later.sessions.has(tokenHash)) end.run(tokenHash);
  return again.length;
};
