import { settings as en } from './en/settings.ts';
import { inLanguage } from './language.ts';
import { settings as zhCn } from './zh-cn/settings.ts';

/** The sentences of the pages of 我的 in the language in use; they come with those pages. */
export const tSettings = inLanguage(zhCn, en);
