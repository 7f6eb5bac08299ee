import Database from 'better-sqlite3';

/** Is who lost the way in, in the database that a backup replaces. */
export interface Revocations {
  readonly disabledAccounts: readonly string[];
  readonly sessions: ReadonlySet<string>;
  /** The sessions whose phones were asked to forget everything, whole: the backup may not know them. */
  readonly wipes: readonly unknown[];
}

const columns = ['token_hash', 'id', 'account_id', 'created_at', 'seen_at', 'expires_at', 'label', 'lease_until'];
const fate = ['revoked_at', 'wipe_asked_at', 'wiped_at', 'ended_at'];
const all = [...columns, ...fate];

/** Until when a lost phone is believed is the moment it was reported lost, not the moment of the restore; and what has said that it is empty is not asked again. */
const carryWipe = `
  INSERT INTO sessions (${all.join(', ')}) SELECT ${all.map((name) => `@${name}`).join(', ')}
  WHERE EXISTS (SELECT 1 FROM accounts WHERE id = @account_id)
  ON CONFLICT (token_hash) DO UPDATE SET ${fate.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** Reads who is shut out of a database that may be damaged; undefined when it cannot be read. */
export const readRevocations = (file: string): Revocations | undefined => {
  try {
    const sqlite = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const disabledAccounts = sqlite
        .prepare<[], string>("SELECT id FROM accounts WHERE state = 'disabled'")
        .pluck()
        .all();
      // A database of a version that only knew of revoking has neither column.
      const knowsWipes = sqlite.pragma('table_info(sessions)', { simple: false });
      const isNew = Array.isArray(knowsWipes) && knowsWipes.some((column) => column.name === 'wipe_asked_at');
      const hashes = (where: string): readonly string[] =>
        sqlite.prepare<[], string>(`SELECT token_hash FROM sessions WHERE ${where}`).pluck().all();
      const sessions = hashes(isNew ? 'revoked_at IS NULL AND ended_at IS NULL' : 'revoked_at IS NULL');
      const wipes = isNew ? sqlite.prepare('SELECT * FROM sessions WHERE wipe_asked_at IS NOT NULL').all() : [];
      return { disabledAccounts, sessions: new Set(sessions), wipes };
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
  const revoke = sqlite.prepare(
    `UPDATE sessions SET revoked_at = @at, wipe_asked_at = coalesce(wipe_asked_at, @at)
     WHERE account_id = @id AND revoked_at IS NULL`,
  );
  const wipe = sqlite.prepare(carryWipe);
  for (const session of later.wipes) wipe.run(session);
  const again = later.disabledAccounts.filter((id) => disable.run(id).changes > 0);
  for (const id of again) revoke.run({ at, id });
  const end = sqlite.prepare('UPDATE sessions SET ended_at = ? WHERE token_hash = ?');
  const open = sqlite
    .prepare<[], string>(
      'SELECT token_hash FROM sessions WHERE revoked_at IS NULL AND ended_at IS NULL AND wipe_asked_at IS NULL',
    )
    .pluck()
    .all();
  for (const tokenHash of open) if (!later.sessions.has(tokenHash)) end.run(at, tokenHash);
  return again.length;
};
