import { lock as en } from './en/lock.ts';
import { inLanguage } from './language.ts';
import { lock as zhCn } from './zh-cn/lock.ts';

/** The sentences about the PIN and the lock in the language in use; they come with those pages. */
export const tLock = inLanguage(zhCn, en);
