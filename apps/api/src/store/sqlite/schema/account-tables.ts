import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Somebody who may sign in. `loginKey` is the folded login name, for comparing. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    loginName: text('login_name'),
    loginKey: text('login_key'),
    passwordHash: text('password_hash'),
    state: text('state', { enum: ['invited', 'active', 'disabled'] }).notNull(),
    canViewUnmasked: integer('can_view_unmasked', { mode: 'boolean' }).notNull(),
    /** Whether the server prints an invitation at its start as long as nobody has used one. */
    isStarter: integer('is_starter', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
    /** Names the public page of somebody who works a grid; random, given at the first need. */
    publicToken: text('public_token'),
  },
  (table) => [
    uniqueIndex('accounts_by_login').on(table.loginKey),
    uniqueIndex('accounts_by_public_token').on(table.publicToken),
  ],
);

/** A signed-in browser; only the hash of its token is kept. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    id: text('id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** When the account was disabled; such a session may still hand in its outbox. */
    revokedAt: integer('revoked_at'),
    /** What the browser calls itself in few words. */
    label: text('label'),
    /** Until when the phone was last told it may be opened without hearing from the server. */
    leaseUntil: integer('lease_until'),
    /** When an administrator asked the phone to forget everything, and when it said that it had. */
    wipeAskedAt: integer('wipe_asked_at'),
    wipedAt: integer('wiped_at'),
    /** When it was signed out; kept for the list of devices. */
    endedAt: integer('ended_at'),
  },
  (table) => [index('sessions_by_account').on(table.accountId)],
);

/** A way into an account; looking at it consumes nothing. Token and code are kept as keyed hashes. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    tokenHash: text('token_hash').notNull(),
    codeHash: text('code_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [
    uniqueIndex('invitations_by_token').on(table.tokenHash),
    uniqueIndex('invitations_by_code').on(table.codeHash),
    index('invitations_by_account').on(table.accountId),
  ],
);

/** Who does what where and when; kept with dates, so that a past scope can be told. */
export const postings = sqliteTable(
  'postings',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** The space that the unit's row lies in: its community, or the deployment for streets and districts. */
    spaceId: text('space_id').notNull(),
    unitId: text('unit_id').notNull(),
    role: text('role', { enum: ['gridWorker', 'volunteer', 'communityAdmin', 'operator'] }).notNull(),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on'),
    /** The moment it was ended by hand: what was written before it still counts. */
    endedAt: integer('ended_at'),
  },
  (table) => [index('postings_by_account').on(table.accountId), index('postings_by_unit').on(table.unitId)],
);

/** Failed sign-ins by account and address, for the backoff. */
export const loginAttempts = sqliteTable('login_attempts', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  blockedUntil: integer('blocked_until').notNull(),
  lastAt: integer('last_at').notNull(),
});
