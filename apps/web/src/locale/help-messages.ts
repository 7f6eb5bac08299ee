import { help as en } from './en/help.ts';
import { inLanguage } from './language.ts';
import { help as zhCn } from './zh-cn/help.ts';

/** The sentences of the pages of 帮忙 in the language in use; they come with those pages. */
export const tHelp = inLanguage(zhCn, en);
