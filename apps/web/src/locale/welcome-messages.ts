import { welcome as en } from './en/welcome.ts';
import { inLanguage } from './language.ts';
import { welcome as zhCn } from './zh-cn/welcome.ts';

/** The sentences of the first walk in the language in use; they come with it. */
export const tWelcome = inLanguage(zhCn, en);
