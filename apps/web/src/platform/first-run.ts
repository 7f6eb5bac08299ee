import { readSetting, writeSetting } from './stored-setting.ts';

/** With the account in its name, so that it goes when the account's records go. */
const keyOf = (accountId: string): string => `lianxin.welcomed.${accountId}`;

/** Tells whether the walk through what the app is still stands before somebody on this phone; people who share it each get theirs. */
export const isFirstRun = (accountId: string): boolean => readSetting(keyOf(accountId)) === null;

/** Ends the walk of a person; it never comes again by itself. */
export const endFirstRun = (accountId: string): void => writeSetting(keyOf(accountId), 'yes');
