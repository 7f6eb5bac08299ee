import { install as en } from './en/install.ts';
import { inLanguage } from './language.ts';
import { install as zhCn } from './zh-cn/install.ts';

/** The sentences about installing in the language in use; they come with what shows them. */
export const tInstall = inLanguage(zhCn, en);
