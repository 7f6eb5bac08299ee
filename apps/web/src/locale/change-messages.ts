import { changes as en } from './en/changes.ts';
import { inLanguage } from './language.ts';
import { changes as zhCn } from './zh-cn/changes.ts';

/** The sentences about what was changed, split and merged, in the language in use; they come with their pages. */
export const tChanges = inLanguage(zhCn, en);
